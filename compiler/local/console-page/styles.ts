// The styles of the page, in the order in which they apply.

import charts from 'uplot/dist/uPlot.min.css';
import { PICTURE_STYLE } from '../../picture/style';
import frame from './frame.css';
import narrow from './narrow.css';
import picture from './picture.css';
import requests from './requests.css';
import theme from './theme.css';
import triggers from './triggers.css';
import views from './views.css';

/** All style sheets as one text. */
export const STYLES = [charts, theme, frame, requests, views, triggers, PICTURE_STYLE, picture, narrow].join('\n');
