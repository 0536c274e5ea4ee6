import { BUBBLE_STYLE } from './bubble-style.ts';
import { COMPOSER_STYLE } from './composer-style.ts';
import { DIALOG_STYLE } from './dialog-style.ts';
import { LOG_STYLE } from './log-style.ts';
import { PANEL_STYLE } from './panel-style.ts';
import { TOKEN_STYLE } from './tokens.ts';

/** Everything but the bubble's first look, as one sheet. */
export const WIDGET_STYLE = BUBBLE_STYLE + TOKEN_STYLE + PANEL_STYLE + DIALOG_STYLE + LOG_STYLE + COMPOSER_STYLE;
