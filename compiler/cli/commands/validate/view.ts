// Renders the result of `validate`: a report on specs.

export { reportView as view } from '../../command/report-view';
