/**
 * What a provider's sentence is about. Providers share a protocol but no words, and their words resemble each other
 * across matters ("tokens" are a credential, a length or a pace; a link to the billing page stands beside a rate
 * limit), so the rows are ordered: the first that matches decides, and the narrow ones stand before the wide ones.
 */

/** Whose turn it is differs with each; see `packages/doctor/src/checks/answer-fix.ts`. */
export type ProviderMatter =
  /** Open WebUI's key there is missing, wrong, expired or revoked. */
  | 'key'
  /** The key is good, but this model, project or network is not open to it. */
  | 'permission'
  /** No credit, a spending limit, an account that has to be paid. */
  | 'credit'
  /** A parameter, a tool or a message form that this model does not take. */
  | 'settings'
  /** Not offered in the country or region the request comes from. */
  | 'region'
  /** Rules of the account there: data policy, allowed providers, terms not yet accepted. */
  | 'policy'
  /** The model is not there: renamed, withdrawn, never installed, or no model for chats. */
  | 'model'
  /** What was asked, or what would be answered, is against the provider's rules. */
  | 'content'
  /** Longer than the model can read. */
  | 'context'
  | 'rate'
  | 'overloaded'
  /** The model does not fit into the machine's memory. */
  | 'memory'
  /** It is being loaded, and will be there soon. */
  | 'loading'
  /** Nobody answers at the provider's address, or somebody between it and Open WebUI says so. */
  | 'away'
  /** It answers with an error of its own. */
  | 'ill'
  /** It needs longer than it was waited for. */
  | 'slow';

/** One matter and the phrases that stand for it, in lower case. */
type Row = readonly [matter: ProviderMatter, ...phrases: RegExp[]];

const CONTENT: Row = [
  'content',
  /content[ _-]?(management policy|filter|moderation)|content_?policy_?violation/,
  /\b(filter|block|flag|reject)(ed|s)?\b.{0,40}(safety|moderation|usage polic|guardrail)/,
  /\bmoderation\b|prohibited_content|responsibleaipolicy|safety system|\bflagged\b/,
  /content exists risk|(inappropriate|sensitive|harmful) content|data_?inspection_?failed|considered high risk/,
  /(violat\w{1,40}|against) (our |the )?(usage|content|community|acceptable)[ _-]?(use )?(guidelines|polic)/,
  /guardrail.{0,30}(interven|block)|敏感内容|不安全/,
  /(potentially |may be )?unsafe (content|input|prompt)|sensitive (words?|information)|inappropriate (language|input)|(violates?|violating) (our |the )?\w* ?polic/,
  /content (was |is |has been )?(blocked|rejected|refused)|violation of .{0,30}polic|finish.?reason:? ?(safety|content|prohibited|blocklist)/,
];

/** Waiting is what these ask for, even where they speak of quota and of billing. */
const RATE: Row = [
  'rate',
  /rate.?limit(?!error)|too many requests|throttl/,
  /(requests?|calls|tokens?|queries)[ _]?(per|\/)[ _]?(sec|min|hour|day)|\((tpm|rpm|tpd|rpd)\)|api calls ?\/ ?(min|month)/,
  /(retry|try again) (in|after) \d|slow down|too quickly|too fast|too many tokens, please wait|concurren(cy|t).{0,30}(limit|exceed)/,
  /\b(rpm|tpm|rpd|tpd|qps)\b.{0,12}(limit|exceed|quota)|(requests?|token) rate/,
  /\b(hourly|5-hour|session) (usage |request )?limit/,
  /并发|限流|频率|过于频繁/,
];

const CREDIT: Row = [
  'credit',
  /insufficient.{0,12}(quota|funds?|credits?|balance)|(current|monthly|your) quota|exceeded.{0,30}(quota|included credits)/,
  /credit balance|balance is (too low|insufficient|not enough)|balance (is )?insufficient/,
  /credits? (is |are |limit )?(depleted|exhausted|exceeded|used)|(more|any|all available|enough|purchase|out of) credits|no credits?\b/,
  /can only afford|payment.?(required|method|instrument)|\bbilling|spend(ing)? limit|activate.{0,20}payments?/,
  /reached your .{0,30}usage limit|usage limits?\b.{0,40}regain|key limit exceeded|budget.{0,20}exceeded/,
  /arrearage|overdue|recharge|good standing|余额不足|额度不足|欠费/,
  /used up.{0,40}(allocation|quota|credits|allowance)/,
  /(no|zero|0|without|low) (remaining |available |sufficient )?(credits?|balance|funds)|balance is (negative|zero|0|empty)|top up|not enough (credits?|funds|balance|quota)/,
  /(spend(ing)?|cost|budget)\b.{0,12}\b(cap|reached|exhausted|exceeded|limit)|monthly (budget|limit|cap|credits)/,
  /(upgrade|change|check|does not|doesn't).{0,20}\b(plan|subscription|tier)\b|\b(plan|subscription|trial)\b.{0,20}(expired|inactive|cancell?ed|ended|does not|doesn't|required)|account.{0,30}suspended.{0,60}(payment|balance|invoice|billing)/,
  /usage limits?\b.{0,20}(has been |was |is )?(reached|exceeded|hit)/,
  /subscription is (disabled|suspended|inactive)|requires an? (active |paid )?subscription|payment (info|details)\b/,
];

/** How the limit of an answer's length is called: never a credential, and never a pace. */
const TOKEN_LIMIT = 'max_?(?:completion_|output_|new_|gen_)?_?tokens(?:_to_sample)?';

/** A parameter's name, before "context length" and "token" say anything. */
const TOKEN_LIMIT_SETTING: Row = [
  'settings',
  new RegExp(
    String.raw`\b${TOKEN_LIMIT}\W{0,3}\s*(or\W{1,5}${TOKEN_LIMIT}\W{1,5})?(\((\d+)\)\s*)?` +
      String.raw`(parameter |value |field |setting )?(specified [\w ]{0,20})?(is |are |was )?(too |not |out of range|greater|larger|less|must (?!be <= \d+\. given)|should|cannot|value|:\s*\d+ ?>|>|<|range|may not|has to|field required|exceeds\b)`,
  ),
  new RegExp(
    String.raw`(invalid|unsupported|unknown|unexpected|unrecognized|illegal|bad|wrong)\W{1,5}(\w{1,40}\W{1,5}){0,5}${TOKEN_LIMIT}`,
  ),
  new RegExp(String.raw`${TOKEN_LIMIT}.{0,60}\b(not supported|unsupported|deprecated)`),
  /maximum tokens you requested exceeds|allowed number of output tokens|at most \d+ (completion|output) tokens/,
  /integer (below|above) (minimum|maximum)/,
  /output limit was reached|higher max_tokens/,
  /max_?(completion_|output_|new_)?_?tokens \d+ (is|exceeds)|maximum value for .?max_?\w*_?tokens/,
];

const CONTEXT: Row = [
  'context',
  /context.{0,3}(length|window|size|limit)|contextwindowexceeded|maximum context|max_?model_?len|exceed.{0,20}context/,
  /\b(prompt|input|request|messages?|conversation|text)\b.{0,40} (is |are )?too (long|large)\b(?<!array too long)|request_too_large/,
  /too (long|large) for (the )?(requested )?model|longer than the (maximum )?model|exceeds the maximum size|entity too large/,
  /(input|prompt) (token count|tokens?|length)\b.{0,60}(exceeds?|larger|limit of)|maximum (prompt|input) (length|tokens)/,
  /(reduce|shorten) (the |your )?(length|size|message|prompt|input)|shorter (input|prompt)/,
  /too many (input |prompt )?tokens|tokens? in (the|your) prompt cannot exceed|.inputs. tokens/,
  /maximum number of (input )?tokens (allowed|supported)|string too long/,
  /at most \d+ (input |prompt )?tokens|payload too large|(inputs?|prompt|messages?)\W{1,3}must have (less|fewer)|range of input length|tokens?\b.{0,60}(is |are )?(greater|larger|more|higher) than the (limit|maximum|model)|(total|input|prompt|requested) tokens?.{0,20}exceed/,
  /token limit\b.{0,20}(exceed|reached)|exceed\w*.{0,20}token limit|longer than the (context|maximum|limit)|more tokens than|\bn_ctx\b/,
  /max(imum)? (model|sequence) length|(decrease|reduce) (the )?input length/,
  /\b(prompt|input) is too big\b|compared to kv size|context shift is disabled/,
];

const MEMORY: Row = [
  'memory',
  /out of memory|outofmemory|insufficient (system |gpu |video )?(memory|vram|ram|resources)|\boom\b|oom.?kill/,
  /(not|n't have) enough (free )?(gpu |system |video |free )*(memory|vram|ram)|requires more (system |gpu |video )*(memory|vram)/,
  /failed to allocate|unable to allocate|cuda ?malloc|allocation failed|in kv cache|runner.{0,40}signal: killed/,
  /too (large|big) (for|to fit)[^.]{0,40}\b(v?ram|gpu|memory)|exceeds? (the )?(available|free) (gpu |system )*(memory|vram|ram)|no space left on (gpu|device)|(model|it) (does not|doesn't|won't|cannot) fit/,
  /unable to allocate|(not|in)sufficient.{0,12}(memory|vram)|memory is (full|exhausted)|(hip|rocm|metal|mps|cuda|gpu|vulkan)\b.{0,30}(out of|outof).{0,3}memory/,
  /requires \d.{0,20}\b(v?ram|memory)|bad_alloc|cannot allocate/,
];

const LOADING: Row = [
  'loading',
  /^\W*loading (the )?model\b|(?<!fail(ed|ure)? |error |while |unable )(?<!to )loading model\b/,
  /model.{0,60}\b(is|are|still|being|currently) (\w{1,40} )?(loading|starting|warming|initiali[sz]ing|being loaded)\b/,
  /model.{0,40}not (currently )?ready|modelnotready|warming up|cold.?start|scaling.?up/,
  /waiting for.{0,30}runner to start|model (was |is |has been )?unloaded/,
  /\b(server|service|instance|worker|container|endpoint|pod)\b.{0,20}\b(is|still) (\w{1,40} )?(starting|booting|initiali[sz]ing|waking)|starting up|spinning up|model.{0,30}(is )?(queued|downloading)|(please )?wait.{0,30}model.{0,20}load/,
  /not (yet )?loaded yet|(deployment|model) is starting/,
];

const OVERLOADED: Row = [
  'overloaded',
  /overload|over capacity|at (maximum )?capacity|maximum capacity|capacity[ _](exceeded|reached)|high demand|繁忙|过载/,
  /server busy|(service|server|system|model|engine)\b.{0,20}\btoo busy|no slots?\b|slots? (is |are )?(busy|unavailable)/,
  /pending requests exceeded|too many connections|request limit reached|no deployments available|slow_down/,
  /(high|heavy|peak|excessive|increased) (load|traffic|volume)|(server|service|model|system|engine|provider)s?( is| are)? (currently |temporarily |too )*busy|(full|limited|insufficient|no|temporarily exceeded|out of) (\w{1,40} )?capacity|capacity (is |has been |was )?(temporarily )?(exceeded|reached|full|constraints?|unavailable)|temporarily overwhelmed/,
  /no available (model )?providers?\b|too busy|(workers?|replicas?|instances?|gpus) (are |is )?(all )?busy|queue (is )?(full|limit)/,
];

const POLICY: Row = [
  'policy',
  /data (policy|retention)|privacy (settings|policy)|guardrail restrictions/,
  /no allowed providers|providers? (have been|has been|are|were) ignored/,
  /terms (acceptance|of (service|use))|terms_required|accept the terms|use case details/,
  /must be verified|organi[sz]ation verification|blocked at the (organi[sz]ation|project|workspace) level/,
  /accept the (model )?(licen[sc]e|terms|agreement|conditions)|agree to the (terms|licen)|organi[sz]ation.{0,20}\bverified\b|\bgated\b/,
  /(your|organi[sz]ation's|account) (organi[sz]ation's )?policy|providers? not allowed|(your|privacy) (privacy |data )*preferences|accepted the (terms|licen)/,
];

const REGION: Row = [
  'region',
  /unsupported_?country|country.{0,20}(banned|blocked)|geo.?(block|restrict)|user location/,
  /\b(countr(y|ies)|regions?|territor(y|ies)|locations?)\b[^.]{0,40}\b(not|isn't|aren't) (yet |currently )?(supported|available|allowed|permitted|served|eligible)/,
  /\b(countr(y|ies)|regions?|territor(y|ies)|locations?)\b[^.]{0,40}\b(unsupported|unavailable|ineligible)/,
  /\b(not|isn't|aren't) (yet |currently )?(supported|available|allowed|permitted|offered|served)\b[^.]{0,60}\b(countr(y|ies)|regions?|territor(y|ies)|location)\b/,
  /\b(access|requests?|api)\b[^.]{0,40}\b(from|in) (your|this|the) (country|region|location|territory|area)\b[^.]{0,30}(prohibited|denied|blocked|restricted|forbidden|not)|restricted in your (country|region|location|area)/,
  /\b(unavailable|prohibited|forbidden|banned|blocked) (in|from|for) (your |this |the )?(country|region|location|territory|area)\b/,
  /unsupported (region|country|location)|not available in \w{2,4}-\w{1,40}-?\d?\b/,
];

/** Complaints about parameters, tools and the form of messages. */
const SETTINGS: Row = [
  'settings',
  // Under 404: there is a model, but not for this.
  /no endpoints found (that|which|with|supporting|capable)|(requested|given|these) parameters/,
  /(unsupported|unknown|invalid|illegal|missing|unexpected|extra|required|unrecognized|additional).{0,12}(parameters?|argument|field|value|inputs?|property|properties|keyword|key\b(?=\W{1,5}\[))\b/,
  /unknown name|extraneous key|extra_forbidden|inputs? (is|are) not permitted|invalid json payload|malformed input|unsupportedparam/,
  /parameter.{0,80}(not|invalid|unsupported)|argument not supported|cannot both be|please use only one/,
  /(does not|doesn't) support (the )?(tools?|function|image|vision|streaming|system|parameter|temperature|stop|penalty|json|response|reasoning|thinking|audio|\w{1,40} (role|messages?|parameters?|tools?|calling))/,
  /(tool|function|system|developer|vision|image|reasoning|thinking|temperature|top_p|penalty|stop|role|instruction|property)\b.{0,60}(is |are )?(not |un)(supported|enabled|allowed)\b/,
  /tool.?choice|tool-call-parser|chat template|roles? must alternate|last message must/,
  /field required|should be (greater|less|a valid|one of)|(greater|less) than or equal|expected a value|validation ?error|unprocessable/,
  /\b(temperature|top_p|top_k|(frequency|presence)_?penalty|logit_bias|response_format|reasoning_effort|num_ctx|budget_tokens|stream_options)\b/,
  /\b(tools?|stream|streaming|functions?|stop|seed|logprobs|n|stream_options|thinking\w*|reasoning\w*|\w*penalty|top_\w|num_\w{1,40}|\w{1,40}_budget|\w{1,40}_tokens|system (message|prompt|role)s?)\b.{0,40}\b((is|are) )?(not (a )?(supported|allowed|permitted|valid|accepted|an option)|unsupported|must be|must|should be|out of range|too (high|low|large|small))/,
  /last role|expected .{0,30}\brole\b|user\/assistant roles|only \w{1,40} ?= ?[\w.]+ is (allowed|supported)|not a valid (option|parameter|field)/,
  /\b(?!api_key|access_token|auth)[a-z0-9]{1,20}(_[a-z0-9]{1,20}){1,4}\W{0,3} (is |are )?(not (supported|allowed|permitted|valid)|unsupported|must be|required)|(fields?|parameters?) not (allowed|permitted|supported)|\bmust be set to\b/,
  /(first|last) message (must|cannot|should|has)|at least one message|(streaming|thinking|reasoning)( mode)? (is )?required|(requires|only supports) (streaming|stream|thinking)|array too long/,
  /must be non-?empty|should match pattern|must alternate|turns? alternate|requests alternate|(is|are) not specified|successive \w{1,20}|missing \W?\w{1,40}\W? (field|parameter)/,
  /enabled only for api versions?|requires --\w|failed to call a (function|tool)|tool_use_failed/,
  /jinja|at most \d+ (image|audio|video)|not a multimodal model|tool call id|custom grammar|assistant message must|messages\W{1,3}array must/,
  /either [\w-]{1,40} or [\w-]{1,40} header is required/,
];

const MODEL: Row = [
  'model',
  /deprecat|decommission|\bretired\b|end of (its )?life|no longer (available|supported|exists)|marked.{0,20}legacy/,
  /(was|has been|been) (removed|shut ?down|sunset|discontinued)/,
  /\b(model|deployment|engine|resource|inference profile)s?\b.{0,120}(not found|does ?n.t exist|does not exist|not exist|unknown|unavailable|not available|not a valid|inaccessible|not (been )?deployed)/,
  /model_?not_?found|deploymentnotfound|model_not_available|invalid_model|^\W*model: /,
  /(not a valid|invalid|unknown|no such|unexpected) model|model identifier|no endpoints found|no models? (is |are )?(loaded|available|found)/,
  /unable to access model|try pulling it|llm provider not provided|not a chat model|does not support (chat|generate|completion)|on-demand throughput/,
  /\bmodels?\b.{0,60}\b(is|are|was|has been)? ?(not (supported|loaded|installed|recogni[sz]ed|configured|allowed here)|discontinued|disabled|removed)\b|(unsupported|unrecogni[sz]ed|nonexistent|non-existent) models?\b/,
  /no (available )?(channels?|models?|deployments?|providers?) (for|named|called|matching|with)|there is no model|entity was not found|file does not exist|pull model|not a (valid|known|supported) (model|deployment)|模型不存在/,
  /(cannot|can't|could not|couldn't|unable to) (find|locate|load|access) (the |a )?(requested |non-serverless |real )?model|no router for|specify a model\b|not work with the specified model|无可用渠道|only supported in v1\/(responses|completions)|embeddings? model|model.{0,30}cannot be used/,
];

const KEY: Row = [
  'key',
  /api[ _-]?keys?\b.{0,60}\b(invalid|incorrect|wrong|expired|not valid|missing|revoked|disabled|leaked|not (found|active|set|configured|provided)|required|deleted)\b/,
  /(must|need to) be a member of an organi[sz]ation/,
  /\b(invalid|incorrect|wrong|expired|bad|missing|no|valid|revoked|provide (an|your)|check your)\b.{0,30}\b(x-api|api|subscription|secret|access|auth)[ _-]?(key|token|credential)/,
  /unauthori[sz]ed|unauthenticated|authenticat(e|ion)|authorization (required|header)|no auth\b|invalid username or password|user not found/,
  /\b(no|invalid|missing|bad|wrong|valid|incorrect)\b.{0,30}credentials|request signature/,
  /\b(invalid|expired|revoked|missing|bad|security|access|bearer|proxy)\s{1,3}(\w{1,40}\s{1,3}){0,3}token\b(?![ _-]?(count|limit|budget))/,
  /\btoken\b(?![ _-]?(count|limit|budget)).{0,40}\b(invalid|expired|revoked|not valid|missing|incorrect)\b/,
  /\b(invalid|wrong|incorrect|expired|revoked|bad) key\b|\bkey (is|was|has been|has) (invalid|wrong|incorrect|expired|revoked|disabled|deactivated|not valid)|令牌|密钥/,
  /invalid_?api_?key|validate credentials|auth credentials? (not found|missing)|\b(virtual|secret|access|license) key\b.{0,20}(expired|invalid|revoked|disabled)|\bkey expired\b/,
];

const PERMISSION: Row = [
  'permission',
  /permission|forbidden|access.?denied|(don't|do not|does not|doesn't) have access|no access to|not have access/,
  /\bnot (authori[sz]ed|allowed|permitted) to\b|request not allowed|insufficient (permissions?|scope|rights)|missing scopes/,
  /is restricted|unregistered callers|has not been used in project|authorization failed|firewall|private endpoint/,
  /(model|api|resource)? ?access (is |was )?(denied|disabled|revoked|forbidden)|\b(ip|address|team|user|project|account|key|org\w*)\b.{0,30}\bnot (allowed|permitted|authori[sz]ed|entitled)\b/,
  /access to .{0,40}(is|was) denied|required scope/,
  /(organi[sz]ation|account|project|workspace) (has been|is|was) (disabled|restricted|suspended|banned|deactivated)|requests? from (this )?(referr?er|origin|domain)\b.{0,40}blocked/,
];

const QUOTA: Row = ['rate', /ratelimiterror|resource.?(has been )?exhausted|quota exceeded/];

const SLOW: Row = ['slow', /timed? ?-?out|deadline (exceeded|expired)|took too long/];

const AWAY: Row = [
  'away',
  /connect(ion)? ?(error|refused|reset|failed|aborted|call failed)|all connection attempts/,
  /(cannot|could not|can't|failed to|unable to) (connect|reach|establish)|econnrefused|enotfound|dial tcp/,
  /name or service not known|name resolution|getaddrinfo|no such host|server disconnected|\bdisconnected\b|payload is not complete/,
  /bad gateway|upstream connect error|no healthy upstream|no available server|\bunreachable\b/,
  /certificate verify|\bssl(v3|error|:)|error code: (5\d\d|1033)/,
  /max retries exceeded|no route to host|connectorerror|connecterror|connection ?(was )?(closed|lost|timed out|dropped)|network (error|is unreachable)|(not|n't) (reachable|reach|connect)\b/,
  /connection (failure|time-?d? ?-?out)|error (reaching|connecting|contacting)|(upstream|backend|provider|server) (is )?(down|offline|not responding)|fetch failed|no healthy|failed to fetch/,
];

const ILL: Row = [
  'ill',
  /server.?error|had an error|internal.?error|internal.?server|stream failed|unavailable|runner (process )?(has |is )?(no longer|terminated)|try again later/,
  /unexpected error|unknown error|something went wrong|unhandled|\bexception\b|an error (has )?occurred|crashed|panic/,
  /cuda error|device-side assert|segmentation fault|provider returned error|encountered an issue|stack trace|\beof\W*$/,
  /process was already in state|exited prematurely/,
];

/** The first that matches decides. */
const ROWS: readonly Row[] = [
  CONTENT,
  // Its words for a request that is too large name a pace, but waiting does not help.
  ['context', /request too large for/],
  ['overloaded', /too many connections|no deployments available|is overloaded/],
  ['loading', /(model|server|endpoint).{0,20}\b(is|still|being) (still )?(warming up|loading|starting)\b/],
  RATE,
  CREDIT,
  TOKEN_LIMIT_SETTING,
  CONTEXT,
  MEMORY,
  LOADING,
  OVERLOADED,
  POLICY,
  REGION,
  // A server's own parts that speak with each other: "Unknown" is no word about a model there.
  ['away', /rpc error: code = unavailable/],
  ['ill', /rpc error: code = (unknown|internal)/],
  SETTINGS,
  // Google adds that the model "may not exist", Hugging Face how one signed in.
  ['permission', /\b(in)?sufficient permissions?\b|permission '[\w.]{1,80}' denied/],
  MODEL,
  KEY,
  PERMISSION,
  QUOTA,
  // Whoever speaks of the limit and of nothing else that is known means the limit.
  [
    'settings',
    new RegExp(String.raw`\b${TOKEN_LIMIT}\b|max(output|new|completion)tokens|\bn(um)?_predict\b|\bmax_length\b`),
  ],
  ['away', /connect(ion)? ?time-?d? ?-?out/],
  SLOW,
  AWAY,
  ILL,
];

/** Beyond, sentences are lists of what was sent, and every word occurs somewhere. In characters. */
const READ_CHARS = 2_000;

/** @returns undefined where the words are about none of them */
export function matterOfWords(text: string): ProviderMatter | undefined {
  const words = text
    .slice(0, READ_CHARS)
    .toLowerCase()
    // Links say where to read on; their paths ("…/rate-limits", "…/billing") are no words of the sentence.
    .replace(/https?:\/\/\S+|\b(docs|platform|console|help|www)\.[\w.-]+\/\S*/g, ' ')
    .replace(/[\u2018\u2019]/g, "'");
  return ROWS.find(([, ...phrases]) => phrases.some((phrase) => phrase.test(words)))?.[0];
}
