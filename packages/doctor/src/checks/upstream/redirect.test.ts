import { checkTable } from '../../testing/check-table.ts';
import { address, failed, foreignReply, front, notOpenWebUi } from '../../testing/evidence.ts';
import { upstreamRedirect } from './redirect.ts';

checkTable(upstreamRedirect, [
  ['it answers', { address: address('https://chat.example.com'), front: front() }, 'ok'],
  ['nothing answers', { address: address('https://chat.example.com'), front: notOpenWebUi(failed('timeout')) }, 'ok'],
  [
    'it leads to another address',
    {
      address: address('http://chat.example.com'),
      front: notOpenWebUi(foreignReply(301, { location: 'https://chat.example.com/health' })),
    },
    'fail certain not-open-webui redirects(location https://chat.example.com) | noAnswers → operator | useRedirectTarget {OPENWEBUI_URL=https://chat.example.com} | status 301, location https://chat.example.com/health',
  ],
  [
    'it leads in a circle',
    {
      address: address('https://chat.example.com'),
      front: notOpenWebUi(foreignReply(302, { location: '/en/health' })),
    },
    'fail certain not-open-webui redirects(location https://chat.example.com) | noAnswers → operator | checkProxyTarget | status 302, location /en/health',
  ],
  [
    'it leads to a sign-in, which has a check of its own',
    {
      address: address('https://chat.example.com'),
      front: notOpenWebUi(foreignReply(302, { location: 'https://auth.example.com/' })),
    },
    'ok',
  ],
  [
    'an answer that only names another place',
    {
      address: address('https://chat.example.com'),
      front: notOpenWebUi(foreignReply(200, { location: 'https://www.example.com/' })),
    },
    'ok',
  ],
  [
    'a refusal that names another place',
    {
      address: address('https://chat.example.com'),
      front: notOpenWebUi(foreignReply(404, { location: 'https://www.example.com/' })),
    },
    'ok',
  ],
  [
    'no address',
    { address: address(''), front: notOpenWebUi(foreignReply(302, { location: 'https://www.example.com/' })) },
    'ok',
  ],
  [
    'a redirection that leads nowhere',
    { address: address('https://chat.example.com'), front: notOpenWebUi(foreignReply(302)) },
    'ok',
  ],
]);
