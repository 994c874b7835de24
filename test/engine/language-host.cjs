// A stand-in for Pulumi's Node.js language host, where the CLI came without one. It runs the program as the real one does:
// `node <nodeargs of Pulumi.yaml> @pulumi/pulumi/cmd/run …` in the program's folder.

const { spawn } = require('node:child_process');
const { join } = require('node:path');
const grpc = require('@grpc/grpc-js');
const { LanguageRuntimeService } = require('@pulumi/pulumi/proto/language_grpc_pb');
const messages = require('@pulumi/pulumi/proto/language_pb');
const { PluginInfo } = require('@pulumi/pulumi/proto/plugin_pb');

/** The exit code with which a program says that it has reported its own failure (@pulumi/pulumi/cmd/run). */
const ALREADY_REPORTED = 32;

const engine = process.argv[2];
const answer = (message) => (_call, reply) => reply(null, message);

const server = new grpc.Server();
server.addService(LanguageRuntimeService, {
  handshake: answer(new messages.LanguageHandshakeResponse()),
  getPluginInfo: answer(new PluginInfo()),
  about: answer(new messages.AboutResponse()),
  getRequiredPlugins: answer(new messages.GetRequiredPluginsResponse()),
  getRequiredPackages: answer(new messages.GetRequiredPackagesResponse()),
  getProgramDependencies: answer(new messages.GetProgramDependenciesResponse()),
  runtimeOptionsPrompts: answer(new messages.RuntimeOptionsResponse()),
  installDependencies: (call) => call.end(),
  run,
});

/** The program, once it runs. */
let child;

function run({ request }, reply) {
  const info = request.getInfo();
  const { nodeargs = '', typescript = true } = info.getOptions().toJavaScript();
  const folder = info.getProgramDirectory();
  const config = Object.fromEntries(request.getConfigMap().toArray());
  const args = [
    ...nodeargs.split(' ').filter(Boolean),
    require.resolve('@pulumi/pulumi/cmd/run'),
    ...['--monitor', request.getMonitorAddress(), '--engine', engine],
    ...['--organization', request.getOrganization(), '--project', request.getProject(), '--stack', request.getStack()],
    ...['--pwd', request.getPwd()],
    ...(request.getDryrun() ? ['--dry-run'] : []),
    ...['--parallel', String(request.getParallel()), '--root-directory', info.getRootDirectory()],
    join(folder, info.getEntryPoint()),
  ];
  const env = {
    ...process.env,
    PULUMI_CONFIG: JSON.stringify(config),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
    PULUMI_NODEJS_TYPESCRIPT: String(typescript),
  };
  child = spawn(process.execPath, args, { cwd: folder, env, stdio: ['ignore', 'inherit', 'inherit'] });
  child.on('exit', (code) => {
    const response = new messages.RunResponse();
    if (code === ALREADY_REPORTED) response.setBail(true);
    else if (code !== 0) response.setError(`the program ended with exit code ${code}`);
    reply(null, response);
  });
}

// An engine that was killed says nothing: whoever loses its parent ends, and the program with it.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.exit();
}, 500).unref();
process.on('exit', () => child?.kill('SIGKILL'));

server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (problem, port) => {
  if (problem) throw problem;
  // The engine reads the port from the first line.
  console.log(port);
});
