import { checkTable } from '../../testing/check-table.ts';
import { own } from '../../testing/evidence.ts';
import { originsForm } from './origins-form.ts';

checkTable(originsForm, [
  ['none', { own: own() }, 'ok'],
  [
    'as they are written',
    { own: own({ allowedOrigins: ['https://www.example.com', 'https://*.example.com', 'HTTPS://Shop.example.com'] }) },
    'ok',
  ],
  [
    'with a path',
    { own: own({ allowedOrigins: ['https://www.example.com', 'https://www.example.com/shop'] }) },
    'fail certain origin-not-allowed originMalformed(origin https://www.example.com/shop) | notShown → operator | writeOrigin {GUICHET_ALLOWED_ORIGINS=https://www.example.com}',
  ],
  [
    'a name alone',
    { own: own({ allowedOrigins: ['www.example.com'] }) },
    'fail certain origin-not-allowed originMalformed(origin www.example.com) | notShown → operator | writeOrigin {GUICHET_ALLOWED_ORIGINS=https://www.example.com}',
  ],
  [
    'a star for everybody',
    { own: own({ allowedOrigins: ['*'] }) },
    'fail certain origin-not-allowed originMalformed(origin *) | notShown → operator | writeOrigin {GUICHET_ALLOWED_ORIGINS=https://www.example.com}',
  ],
  [
    'a star that lets strangers in',
    { own: own({ allowedOrigins: ['https://*.co.uk'] }) },
    'fail certain origin-not-allowed originStarWrong(origin https://*.co.uk) | notShown → operator | writeOrigin {GUICHET_ALLOWED_ORIGINS=https://www.example.com}',
  ],
  [
    'a star with a path',
    { own: own({ allowedOrigins: ['https://*.example.com/'] }) },
    'fail certain origin-not-allowed originMalformed(origin https://*.example.com/) | notShown → operator | writeOrigin {GUICHET_ALLOWED_ORIGINS=https://www.example.com}',
  ],
  [
    'a long one',
    { own: own({ allowedOrigins: [`https://www.example.com/${'x'.repeat(60)}`] }) },
    'fail certain origin-not-allowed originMalformed(origin https://www.example.com/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx) | notShown → operator | writeOrigin {GUICHET_ALLOWED_ORIGINS=https://www.example.com}',
  ],
]);
