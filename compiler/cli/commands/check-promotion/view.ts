// Renders the result of `check-promotion`: a report on specs.

export { reportView as view } from '../../command/report-view';
