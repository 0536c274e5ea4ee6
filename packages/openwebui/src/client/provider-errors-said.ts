/**
 * What providers say, word for word as their documentation, their source or people's reports show it: for tests. Names
 * of models and amounts are examples. Each is what it is about, its status and its body.
 */
import type { ProviderMatter } from './provider-matter.ts';

export interface SaidError {
  provider: string;
  matter: ProviderMatter;
  status: number;
  /** JSON as an object, plain text as a string. */
  body: unknown;
}

type Row = readonly [provider: string, status: number, body: unknown];

/** OpenAI's shape, which most others share. */
const error = (message: string, type: string | null = null, code: string | number | null = null) => ({
  error: { message, type, param: null, code },
});

const SAID: Readonly<Record<ProviderMatter, readonly Row[]>> = {
  key: [
    [
      'OpenAI',
      401,
      error(
        'Incorrect API key provided: sk-proj-********************abcd. You can find your API key at https://platform.openai.com/account/api-keys.',
        'invalid_request_error',
        'invalid_api_key',
      ),
    ],
    [
      'OpenAI',
      401,
      error(
        "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY).",
        'invalid_request_error',
      ),
    ],
    [
      'Azure OpenAI',
      401,
      {
        error: {
          code: '401',
          message:
            'Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active subscription and use a correct regional API endpoint for your resource.',
        },
      },
    ],
    [
      'Azure API Management',
      401,
      {
        statusCode: 401,
        message:
          'Unauthorized. Access token is missing, invalid, audience is incorrect (https://cognitiveservices.azure.com), or have expired.',
      },
    ],
    ['Anthropic', 401, { type: 'error', error: { type: 'authentication_error', message: 'invalid x-api-key' } }],
    [
      'Gemini',
      400,
      { error: { code: 400, message: 'API key not valid. Please pass a valid API key.', status: 'INVALID_ARGUMENT' } },
    ],
    [
      'Gemini, as a list',
      400,
      [{ error: { code: 400, message: 'API key expired. Please renew the API key.', status: 'INVALID_ARGUMENT' } }],
    ],
    [
      'Gemini',
      403,
      {
        error: {
          code: 403,
          message: 'Your API key was reported as leaked. Please use another API key.',
          status: 'PERMISSION_DENIED',
        },
      },
    ],
    [
      'Vertex',
      401,
      {
        error: {
          code: 401,
          message:
            'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
          status: 'UNAUTHENTICATED',
        },
      },
    ],
    ['Mistral', 401, { message: 'Unauthorized', request_id: 'x' }],
    ['Cohere', 401, { message: 'invalid api token' }],
    ['Groq', 401, error('Invalid API Key', 'invalid_request_error', 'invalid_api_key')],
    ['OpenRouter', 401, { error: { message: 'No auth credentials found', code: 401 } }],
    ['OpenRouter', 401, { error: { message: 'User not found.', code: 401 } }],
    [
      'DeepSeek',
      401,
      error('Authentication Fails, Your api key: ****1234 is invalid', 'authentication_error', 'invalid_request_error'),
    ],
    [
      'Together',
      401,
      error(
        'Invalid API key provided. You can find your API key at https://api.together.xyz/settings/api-keys.',
        'invalid_request_error',
        'invalid_api_key',
      ),
    ],
    [
      'Fireworks',
      401,
      { error: { object: 'error', type: 'invalid_request_error', message: 'The API key you provided is invalid.' } },
    ],
    [
      'xAI',
      400,
      {
        code: 'Client specified an invalid argument',
        error: 'Incorrect API key provided: xa***89. You can obtain an API key from https://console.x.ai.',
      },
    ],
    ['Bedrock', 403, { message: 'The security token included in the request is invalid.' }],
    [
      'LiteLLM',
      401,
      error(
        'Authentication Error, Invalid proxy server token passed. Received API Key = sk-...1234, Key Hash (Token) =abc. Unable to find token in cache or `LiteLLM_VerificationTokenTable`',
        'token_not_found_in_db',
        '401',
      ),
    ],
    [
      'LiteLLM',
      401,
      error(
        'litellm.AuthenticationError: AnthropicException - {"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}',
      ),
    ],
    ['vLLM', 401, { error: 'Unauthorized' }],
    ['llama.cpp', 401, { error: { code: 401, message: 'Invalid API Key', type: 'authentication_error' } }],
    [
      'Perplexity',
      401,
      '<html><head><title>401 Authorization Required</title></head><body><center><h1>401 Authorization Required</h1></center><hr><center>openresty/1.25.3.1</center></body></html>',
    ],
  ],
  permission: [
    [
      'OpenAI',
      403,
      error('Project `proj_x` does not have access to model `gpt-5`', 'invalid_request_error', 'model_not_allowed'),
    ],
    [
      'OpenAI',
      401,
      error(
        'You have insufficient permissions for this operation. Missing scopes: model.request.',
        'invalid_request_error',
      ),
    ],
    [
      'Azure OpenAI',
      403,
      { error: { code: 'AccessDenied', message: 'Access denied due to Virtual Network/Firewall rules.' } },
    ],
    [
      'Anthropic',
      403,
      {
        type: 'error',
        error: {
          type: 'permission_error',
          message: 'Your API key does not have permission to use the specified resource.',
        },
      },
    ],
    [
      'Vertex',
      403,
      {
        error: {
          code: 403,
          message:
            "Permission 'aiplatform.endpoints.predict' denied on resource '//aiplatform.googleapis.com/projects/p' (or it may not exist).",
          status: 'PERMISSION_DENIED',
        },
      },
    ],
    [
      'Gemini',
      403,
      {
        error: {
          code: 403,
          message: 'Generative Language API has not been used in project 123 before or it is disabled.',
          status: 'PERMISSION_DENIED',
        },
      },
    ],
    ['Bedrock', 403, { message: "You don't have access to the model with the specified model ID." }],
    [
      'LiteLLM',
      403,
      error(
        "key not allowed to access model. This key can only access models=['gpt-4o']. Tried to access gpt-5",
        'key_model_access_denied',
        '403',
      ),
    ],
    ['Groq', 403, error('Access denied. Please check your network settings.')],
    [
      'Hugging Face',
      403,
      { error: 'Access to model meta-llama/Llama-3 is restricted and you are not in the authorized list.' },
    ],
  ],
  credit: [
    [
      'OpenAI',
      429,
      error(
        'You exceeded your current quota, please check your plan and billing details. For more information on this error, read the docs: https://platform.openai.com/docs/guides/error-codes/api-errors.',
        'insufficient_quota',
        'insufficient_quota',
      ),
    ],
    [
      'OpenAI',
      429,
      error(
        'Your account is not active, please check your billing details on our website.',
        'billing_not_active',
        'billing_not_active',
      ),
    ],
    [
      'OpenAI',
      400,
      error('Billing hard limit has been reached', 'invalid_request_error', 'billing_hard_limit_reached'),
    ],
    [
      'Anthropic',
      400,
      {
        type: 'error',
        error: {
          type: 'invalid_request_error',
          message:
            'Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits.',
        },
      },
    ],
    [
      'Anthropic',
      400,
      {
        type: 'error',
        error: {
          type: 'invalid_request_error',
          message:
            'You have reached your specified API usage limits. You will regain access on 2026-12-01 at 00:00 UTC.',
        },
      },
    ],
    [
      'Gemini',
      429,
      {
        error: {
          code: 429,
          message: 'Your prepayment credits are depleted. Please go to AI Studio to manage your project and billing.',
          status: 'RESOURCE_EXHAUSTED',
        },
      },
    ],
    ['DeepSeek', 402, error('Insufficient Balance', 'unknown_error', 'invalid_request_error')],
    [
      'OpenRouter',
      402,
      {
        error: {
          message:
            'This request requires more credits, or fewer max_tokens. You requested up to 65535 tokens, but can only afford 1234.',
          code: 402,
        },
      },
    ],
    [
      'OpenRouter',
      402,
      { error: { message: 'Insufficient credits. Add more using https://openrouter.ai/settings/credits', code: 402 } },
    ],
    [
      'OpenRouter',
      403,
      {
        error: {
          message: 'Key limit exceeded (monthly limit). Manage it using https://openrouter.ai/settings/keys',
          code: 403,
        },
      },
    ],
    [
      'Together',
      402,
      error(
        'Credit limit exceeded, please navigate to https://api.together.xyz/settings/billing to upgrade your plan.',
        'credit_limit',
      ),
    ],
    [
      'xAI',
      403,
      {
        code: 'The caller does not have permission to execute the specified operation',
        error:
          "Your newly created team doesn't have any credits yet. You can purchase those on https://console.x.ai/team/x.",
      },
    ],
    [
      'xAI',
      429,
      {
        code: 'Some resource has been exhausted',
        error: 'Your team has either used all available credits or reached its monthly spending limit.',
      },
    ],
    [
      'Fireworks',
      412,
      {
        error: {
          message:
            'Account is suspended, possibly due to reaching the monthly spending limit or failure to pay past invoices.',
          code: 'PRECONDITION_FAILED',
        },
      },
    ],
    [
      'Hugging Face',
      402,
      {
        error:
          'You have exceeded your monthly included credits for Inference Providers. Subscribe to PRO to get 20x more monthly included credits.',
      },
    ],
    [
      'Perplexity',
      401,
      error('You exceeded your current quota, please check your plan and billing details.', 'insufficient_quota', 401),
    ],
    [
      'Bedrock',
      403,
      {
        message:
          'Model access is denied due to INVALID_PAYMENT_INSTRUMENT:A valid payment instrument must be provided.',
      },
    ],
    [
      'Moonshot',
      429,
      error(
        'Your account org-x is suspended, please check your plan and billing details',
        'exceeded_current_quota_error',
      ),
    ],
    ['LiteLLM', 400, error('Budget has been exceeded! Current cost: 0.52, Max budget: 0.5', 'budget_exceeded', '400')],
    [
      'LiteLLM',
      429,
      error(
        'litellm.RateLimitError: RateLimitError: OpenAIException - You exceeded your current quota, please check your plan and billing details.',
        null,
        '429',
      ),
    ],
    ['Zhipu', 429, { error: { code: '1113', message: '余额不足或无可用资源包,请充值。' } }],
  ],
  rate: [
    [
      'OpenAI',
      429,
      error(
        'Rate limit reached for gpt-4o in organization org-x on tokens per min (TPM): Limit 30000, Used 29000, Requested 2000. Please try again in 2s. Visit https://platform.openai.com/account/rate-limits to learn more. You can increase your rate limit by adding a payment method to your account at https://platform.openai.com/account/billing.',
        'tokens',
        'rate_limit_exceeded',
      ),
    ],
    [
      'Azure OpenAI',
      429,
      {
        error: {
          code: '429',
          message:
            'Requests to the ChatCompletions_Create Operation under Azure OpenAI API version 2024-02-01 have exceeded token rate limit of your current OpenAI S0 pricing tier. Please retry after 26 seconds.',
        },
      },
    ],
    [
      'Anthropic',
      429,
      {
        type: 'error',
        error: {
          type: 'rate_limit_error',
          message: "This request would exceed your organization's rate limit of 40,000 input tokens per minute.",
        },
      },
    ],
    [
      'Gemini',
      429,
      {
        error: {
          code: 429,
          message:
            'You exceeded your current quota, please check your plan and billing details. * Quota exceeded for metric: generativelanguage.googleapis.com/generate_content_free_tier_requests, limit: 10\nPlease retry in 34.07s.',
          status: 'RESOURCE_EXHAUSTED',
        },
      },
    ],
    [
      'Vertex',
      429,
      { error: { code: 429, message: 'Resource exhausted. Please try again later.', status: 'RESOURCE_EXHAUSTED' } },
    ],
    [
      'Mistral',
      429,
      { object: 'error', message: 'Rate limit exceeded', type: 'rate_limited', param: null, code: '1300' },
    ],
    ['Cohere', 429, { message: 'You are using a Trial key, which is limited to 10 API calls / minute.' }],
    [
      'Groq',
      429,
      error(
        'Rate limit reached for model `llama-3.3-70b-versatile` in organization `org_x` service tier `on_demand` on tokens per day (TPD): Limit 100000, Used 99000, Requested 2000. Please try again in 14m. Need more tokens? Upgrade to Dev Tier today at https://console.groq.com/settings/billing',
        'tokens',
        'rate_limit_exceeded',
      ),
    ],
    [
      'OpenRouter',
      429,
      {
        error: {
          message:
            'Rate limit exceeded: free-models-per-day. Add 10 credits to unlock 1000 free model requests per day',
          code: 429,
        },
      },
    ],
    ['Bedrock', 429, { message: 'Too many tokens, please wait before trying again.' }],
    ['DeepSeek', 429, error('Rate limit reached', 'rate_limit_error')],
    [
      'Fireworks',
      429,
      {
        error: {
          message:
            "Request didn't generate first token before the given deadline. Rate limit exceeded, please try again later",
          code: 'RATE_LIMITED',
        },
      },
    ],
    ['LiteLLM', 429, error('litellm.RateLimitError: AnthropicException - rate_limit_error', 'throttling_error', '429')],
  ],
  settings: [
    [
      'DeepSeek',
      400,
      error(
        'Invalid max_tokens value, the valid range of max_tokens is [1, 8192]',
        'invalid_request_error',
        'invalid_request_error',
      ),
    ],
    [
      'OpenAI',
      400,
      error(
        "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
        'invalid_request_error',
        'unsupported_parameter',
      ),
    ],
    [
      'OpenAI',
      400,
      error(
        "Unsupported value: 'temperature' does not support 0.7 with this model. Only the default (1) value is supported.",
        'invalid_request_error',
        'unsupported_value',
      ),
    ],
    [
      'OpenAI',
      400,
      error(
        'max_tokens is too large: 100000. This model supports at most 16384 completion tokens, whereas you provided 100000.',
        'invalid_request_error',
      ),
    ],
    ['OpenAI', 400, error('Unrecognized request argument supplied: num_ctx', 'invalid_request_error')],
    [
      'OpenAI',
      400,
      error(
        "Invalid 'max_output_tokens': integer below minimum value. Expected a value >= 16, but got 1 instead.",
        'invalid_request_error',
        'integer_below_min_value',
      ),
    ],
    [
      'Anthropic',
      400,
      {
        type: 'error',
        error: {
          type: 'invalid_request_error',
          message:
            'max_tokens: 8192 > 4096, which is the maximum allowed number of output tokens for claude-3-opus-20240229',
        },
      },
    ],
    [
      'Anthropic',
      400,
      {
        type: 'error',
        error: {
          type: 'invalid_request_error',
          message: '`temperature` and `top_p` cannot both be specified for this model. Please use only one.',
        },
      },
    ],
    [
      'Anthropic',
      400,
      {
        type: 'error',
        error: {
          type: 'invalid_request_error',
          message: 'thinking.enabled.budget_tokens: Input should be greater than or equal to 1024',
        },
      },
    ],
    [
      'Gemini',
      400,
      {
        error: {
          code: 400,
          message: 'Invalid JSON payload received. Unknown name "frequency_penalty": Cannot find field.',
          status: 'INVALID_ARGUMENT',
        },
      },
    ],
    [
      'Gemini',
      400,
      {
        error: {
          code: 400,
          message: 'Developer instruction is not enabled for models/gemma-3-27b-it',
          status: 'INVALID_ARGUMENT',
        },
      },
    ],
    [
      'Vertex',
      400,
      {
        error: {
          code: 400,
          message:
            'Unable to submit request because it has a maxOutputTokens value of 100000 but the supported range is from 1 (inclusive) to 8193 (exclusive). Update the value and try again.',
          status: 'INVALID_ARGUMENT',
        },
      },
    ],
    [
      'Mistral',
      422,
      {
        detail: [
          { type: 'extra_forbidden', loc: ['body', 'num_ctx'], msg: 'Extra inputs are not permitted', input: 4096 },
        ],
      },
    ],
    [
      'Mistral',
      422,
      {
        object: 'error',
        message: {
          detail: [
            { type: 'less_than_equal', loc: ['body', 'temperature'], msg: 'Input should be less than or equal to 1.5' },
          ],
        },
        type: 'invalid_request_error',
      },
    ],
    [
      'Groq',
      400,
      error(
        '`max_tokens` must be less than or equal to `8192`, the maximum value for `max_tokens` is less than the `context_window` for this model',
        'invalid_request_error',
      ),
    ],
    ['Groq', 400, error("property 'logit_bias' is unsupported", 'invalid_request_error')],
    [
      'OpenRouter',
      404,
      {
        error: {
          message:
            'No endpoints found that support tool use. To learn more about provider routing, visit: https://openrouter.ai/docs/provider-routing',
          code: 404,
        },
      },
    ],
    [
      'OpenRouter',
      404,
      { error: { message: 'No endpoints found that can handle the requested parameters.', code: 404 } },
    ],
    ['Ollama', 400, { error: 'registry.ollama.ai/library/gemma:latest does not support tools' }],
    [
      'vLLM',
      400,
      error(
        '"auto" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set',
        'BadRequestError',
        400,
      ),
    ],
    [
      'vLLM',
      400,
      error(
        "'max_tokens' or 'max_completion_tokens' is too large: 4096. This model's maximum context length is 4096 tokens and your request has 20 input tokens (4096 > 4096 - 20).",
        'BadRequestError',
        400,
      ),
    ],
    ['vLLM', 400, error('max_tokens must be at least 1, got 0.', 'BadRequestError', 400)],
    ['vLLM', 400, error('Conversation roles must alternate user/assistant/user/assistant/...', 'BadRequestError', 400)],
    [
      'xAI',
      400,
      { code: 'Client specified an invalid argument', error: 'Argument not supported on this model: presencePenalty' },
    ],
    [
      'Bedrock',
      400,
      {
        message:
          'Malformed input request: #: extraneous key [top_k] is not permitted, please reformat your input and try again.',
      },
    ],
    [
      'Bedrock',
      400,
      {
        message:
          'The maximum tokens you requested exceeds the model limit of 4096. Try again with a maximum tokens value that is lower than 4096.',
      },
    ],
    ['Cohere', 400, { message: 'invalid request: temperature must be between 0 and 1.0 inclusive.' }],
    ['Perplexity', 400, error('Last message must have role `user`.', 'invalid_message', 400)],
    ['LM Studio', 400, { error: "'response_format.type' must be 'json_schema' or 'text'" }],
    [
      'LiteLLM',
      400,
      error(
        "litellm.UnsupportedParamsError: openai does not support parameters: ['top_k'], for model=o3-mini. To drop these, set `litellm.drop_params=True`",
        null,
        '400',
      ),
    ],
    [
      'Fireworks',
      400,
      {
        error: {
          object: 'error',
          type: 'invalid_request_error',
          message: "Extra inputs are not permitted, field: 'num_ctx'",
        },
      },
    ],
    [
      'Together',
      400,
      error('Input validation error: `temperature` must be strictly positive', 'invalid_request_error'),
    ],
    [
      'Azure OpenAI',
      400,
      error(
        "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
        'invalid_request_error',
        'unsupported_parameter',
      ),
    ],
  ],
  region: [
    [
      'OpenAI',
      403,
      {
        error: {
          code: 'unsupported_country_region_territory',
          message: 'Country, region, or territory not supported',
          param: null,
          type: 'request_forbidden',
        },
      },
    ],
    [
      'Gemini',
      400,
      {
        error: { code: 400, message: 'User location is not supported for the API use.', status: 'FAILED_PRECONDITION' },
      },
    ],
    [
      'Bedrock',
      400,
      {
        message:
          'Access to Anthropic models is not allowed from unsupported countries, regions, or territories. Please refer to https://www.anthropic.com/supported-countries',
      },
    ],
    ['OpenRouter', 403, { error: { message: 'This model is not available in your region.', code: 403 } }],
    [
      'Azure OpenAI',
      400,
      {
        error: {
          code: 'InvalidModel',
          message: "The specified SKU 'Standard' for the model is not supported in this region 'westeurope'.",
        },
      },
    ],
    ['xAI', 403, { code: 'forbidden', error: 'The model grok-4 is not available in your region.' }],
  ],
  policy: [
    [
      'OpenRouter',
      404,
      {
        error: {
          message:
            'No endpoints found matching your data policy (Free model publication). Configure: https://openrouter.ai/settings/privacy',
          code: 404,
        },
      },
    ],
    [
      'OpenRouter',
      404,
      {
        error: {
          message:
            'No endpoints available matching your guardrail restrictions and data policy. Configure: https://openrouter.ai/settings/privacy',
          code: 404,
        },
      },
    ],
    [
      'OpenRouter',
      404,
      { error: { message: 'No allowed providers are available for the selected model.', code: 404 } },
    ],
    [
      'OpenRouter',
      404,
      {
        error: {
          message:
            'All providers have been ignored. To change your default ignored providers, visit: https://openrouter.ai/settings/preferences',
          code: 404,
        },
      },
    ],
    [
      'Groq',
      400,
      error(
        'The model `x` requires terms acceptance. Please have the org admin accept the terms at https://console.groq.com/playground?model=x',
        'invalid_request_error',
        'model_terms_required',
      ),
    ],
    [
      'Groq',
      403,
      error(
        'The model `x` is blocked at the organization level. Please have the org admin enable this model in the org settings',
        'permissions_error',
        'model_permission_blocked_org',
      ),
    ],
    [
      'Bedrock',
      404,
      {
        message:
          'Model use case details have not been submitted for this account. Fill out the Anthropic use case details form before using the model.',
      },
    ],
    [
      'OpenAI',
      400,
      error(
        'Your organization must be verified to stream this model. Please go to: https://platform.openai.com/settings/organization/general and click on Verify Organization.',
        'invalid_request_error',
        'unsupported_value',
      ),
    ],
  ],
  content: [
    [
      'Azure OpenAI',
      400,
      {
        error: {
          message:
            "The response was filtered due to the prompt triggering Azure OpenAI's content management policy. Please modify your prompt and retry.",
          type: null,
          param: 'prompt',
          code: 'content_filter',
          status: 400,
        },
      },
    ],
    [
      'OpenAI',
      400,
      error(
        'Invalid prompt: your prompt was flagged as potentially violating our usage policy. Please try again with a different prompt.',
        'invalid_request_error',
        'invalid_prompt',
      ),
    ],
    [
      'OpenAI',
      400,
      error(
        'Your request was rejected as a result of our safety system.',
        'invalid_request_error',
        'content_policy_violation',
      ),
    ],
    [
      'Anthropic',
      400,
      {
        type: 'error',
        error: { type: 'invalid_request_error', message: 'Output blocked by content filtering policy' },
      },
    ],
    [
      'Gemini',
      400,
      {
        error: {
          code: 400,
          message: 'The prompt was blocked due to safety: PROHIBITED_CONTENT',
          status: 'INVALID_ARGUMENT',
        },
      },
    ],
    [
      'OpenRouter',
      403,
      {
        error: {
          message: 'openai/gpt-4 requires moderation on OpenAI. Your input was flagged for "violence"',
          code: 403,
        },
      },
    ],
    ['DeepSeek', 400, error('Content Exists Risk', 'invalid_request_error', 'invalid_request_error')],
    [
      'Alibaba',
      400,
      error('Input data may contain inappropriate content.', 'data_inspection_failed', 'data_inspection_failed'),
    ],
    [
      'xAI',
      403,
      { code: 'forbidden', error: 'Content violates usage guidelines. Failed check: SAFETY_CHECK_TYPE_CSAM' },
    ],
    ['Moonshot', 400, error('The request was rejected because it was considered high risk', 'content_filter')],
    [
      'LiteLLM',
      400,
      error(
        'litellm.BadRequestError: litellm.ContentPolicyViolationError: ContentPolicyViolationError: AzureException',
        null,
        '400',
      ),
    ],
  ],
  model: [
    [
      'Azure OpenAI',
      404,
      {
        error: {
          code: 'DeploymentNotFound',
          message:
            'The API deployment for this resource does not exist. If you created the deployment within the last 5 minutes, please wait a moment and try again.',
        },
      },
    ],
    [
      'OpenAI',
      404,
      error(
        'The model `gpt-4-0314` has been deprecated, learn more here: https://platform.openai.com/docs/deprecations',
        'invalid_request_error',
        'model_not_found',
      ),
    ],
    [
      'OpenAI',
      404,
      error(
        'The model `gpt-9` does not exist or you do not have access to it.',
        'invalid_request_error',
        'model_not_found',
      ),
    ],
    [
      'OpenAI',
      404,
      error(
        'This is not a chat model and thus not supported in the v1/chat/completions endpoint. Did you mean to use v1/completions?',
        'invalid_request_error',
      ),
    ],
    [
      'Azure OpenAI',
      404,
      { error: { code: 'DeploymentNotFound', message: 'The API deployment for this resource does not exist.' } },
    ],
    ['Anthropic', 404, { type: 'error', error: { type: 'not_found_error', message: 'model: claude-2.0' } }],
    [
      'Gemini',
      404,
      {
        error: {
          code: 404,
          message:
            'models/gemini-1.0-pro is not found for API version v1main, or is not supported for generateContent. Call ListModels to see the list of available models and their supported methods.',
          status: 'NOT_FOUND',
        },
      },
    ],
    [
      'Gemini',
      404,
      {
        error: {
          code: 404,
          message:
            'This model models/gemini-2.0-flash is no longer available. Please update your code to use a newer model for the latest features and improvements.',
          status: 'NOT_FOUND',
        },
      },
    ],
    [
      'Vertex',
      404,
      {
        error: {
          code: 404,
          message:
            'Publisher Model `projects/p/locations/us-central1/publishers/google/models/gemini-9` was not found or your project does not have access to it. Please ensure you are using a valid model version.',
          status: 'NOT_FOUND',
        },
      },
    ],
    [
      'Mistral',
      400,
      { object: 'error', message: 'Invalid model: mistral-foo', type: 'invalid_model', param: null, code: '1500' },
    ],
    [
      'Cohere',
      404,
      { message: "model 'command' was removed on September 15, 2025. See https://docs.cohere.com/docs/models" },
    ],
    [
      'Groq',
      400,
      error(
        'The model `llama2-70b-4096` has been decommissioned and is no longer supported. Please refer to https://console.groq.com/docs/deprecations for a recommendation on which model to use instead.',
        'invalid_request_error',
        'model_decommissioned',
      ),
    ],
    ['OpenRouter', 404, { error: { message: 'No endpoints found for meta-llama/llama-3:free.', code: 404 } }],
    ['OpenRouter', 400, { error: { message: 'foo/bar is not a valid model ID', code: 400 } }],
    ['DeepSeek', 400, error('Model Not Exist', 'invalid_request_error', 'invalid_request_error')],
    [
      'Together',
      404,
      error(
        'Unable to access model foo. Please visit https://api.together.ai/models to view the list of supported models.',
        'invalid_request_error',
        'model_not_available',
      ),
    ],
    ['Fireworks', 404, { error: { message: 'Model not found, inaccessible, and/or not deployed', code: 'NOT_FOUND' } }],
    [
      'Perplexity',
      400,
      error(
        "Invalid model 'foo'. Permitted models can be found in the documentation at https://docs.perplexity.ai/guides/model-cards.",
        'invalid_model',
        400,
      ),
    ],
    [
      'xAI',
      404,
      {
        code: 'Some requested entity was not found',
        error: 'The model foo does not exist or your team x does not have access to it.',
      },
    ],
    ['Bedrock', 400, { message: 'The provided model identifier is invalid.' }],
    [
      'Bedrock',
      404,
      {
        message:
          'This model version has reached the end of its life. Please refer to the AWS documentation for more details.',
      },
    ],
    [
      'Bedrock',
      400,
      {
        message:
          'Invocation of model ID anthropic.claude-4 with on-demand throughput isn’t supported. Retry your request with the ID or ARN of an inference profile that contains this model.',
      },
    ],
    ['Ollama', 404, { error: "model 'llama3' not found" }],
    ['Ollama', 404, { error: 'model "llama3" not found, try pulling it first' }],
    ['Ollama', 400, { error: '"nomic-embed-text" does not support chat' }],
    ['Ollama, the address without its path', 404, '404 page not found'],
    [
      'vLLM',
      404,
      { object: 'error', message: 'The model `foo` does not exist.', type: 'NotFoundError', param: null, code: 404 },
    ],
    [
      'LM Studio',
      404,
      error(
        'No models loaded. Please load a model in the developer page or use the `lms load` command.',
        'invalid_request_error',
        'model_not_found',
      ),
    ],
    [
      'LiteLLM',
      400,
      error(
        'litellm.BadRequestError: LLM Provider NOT provided. Pass in the LLM provider you are trying to call. You passed model=foo',
        null,
        '400',
      ),
    ],
    [
      'LiteLLM',
      400,
      error(
        '/chat/completions: Invalid model name passed in model=foo. Call `/v1/models` to view available models for your key.',
        'None',
        '400',
      ),
    ],
  ],
  context: [
    [
      'OpenAI',
      400,
      error(
        "This model's maximum context length is 4096 tokens. However, your messages resulted in 5000 tokens. Please reduce the length of the messages.",
        'invalid_request_error',
        'context_length_exceeded',
      ),
    ],
    [
      'OpenAI',
      400,
      error(
        'Your input exceeds the context window of this model. Please adjust your input and try again.',
        'invalid_request_error',
        'context_length_exceeded',
      ),
    ],
    [
      'OpenAI',
      400,
      error(
        'Input tokens exceed the configured limit of 272000 tokens. Your messages resulted in 280000 tokens. Please reduce the length of the messages.',
        'invalid_request_error',
        'context_length_exceeded',
      ),
    ],
    [
      'Anthropic',
      400,
      {
        type: 'error',
        error: { type: 'invalid_request_error', message: 'prompt is too long: 213462 tokens > 200000 maximum' },
      },
    ],
    [
      'Anthropic',
      400,
      {
        type: 'error',
        error: {
          type: 'invalid_request_error',
          message:
            'input length and `max_tokens` exceed context limit: 190000 + 20000 > 200000, decrease input length or `max_tokens` and try again',
        },
      },
    ],
    [
      'Anthropic',
      413,
      { type: 'error', error: { type: 'request_too_large', message: 'Request exceeds the maximum size' } },
    ],
    [
      'Gemini',
      400,
      {
        error: {
          code: 400,
          message: 'The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).',
          status: 'INVALID_ARGUMENT',
        },
      },
    ],
    [
      'Mistral',
      400,
      {
        object: 'error',
        message:
          'Prompt contains 40000 tokens and 0 draft tokens, too large for model with 32768 maximum context length',
        type: 'invalid_request_prompt',
        code: '3051',
      },
    ],
    [
      'Cohere',
      400,
      { message: 'too many tokens: total number of tokens in the prompt cannot exceed 4081 - received 5000.' },
    ],
    [
      'Groq',
      400,
      error(
        'Please reduce the length of the messages or completion.',
        'invalid_request_error',
        'context_length_exceeded',
      ),
    ],
    [
      'Groq',
      413,
      error(
        'Request too large for model `x` in organization `org_x` on tokens per minute (TPM): Limit 6000, Requested 7000, please reduce your message size and try again.',
        'tokens',
        'rate_limit_exceeded',
      ),
    ],
    [
      'OpenRouter',
      400,
      {
        error: {
          message:
            'This endpoint\'s maximum context length is 131072 tokens. However, you requested about 140000 tokens (139000 of text input, 1000 in the output). Please reduce the length of either one, or use the "middle-out" transform to compress your prompt automatically.',
          code: 400,
        },
      },
    ],
    [
      'Together',
      422,
      error(
        'Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4097. Given: 4000 `inputs` tokens and 512 `max_new_tokens`',
        'invalid_request_error',
      ),
    ],
    [
      'Fireworks',
      400,
      {
        error: {
          message: 'The prompt is too long: 10000, model maximum context length: 8191',
          type: 'invalid_request_error',
        },
      },
    ],
    [
      'xAI',
      400,
      {
        code: 'Client specified an invalid argument',
        error: "This model's maximum prompt length is 131072 but the request contains 200000 tokens.",
      },
    ],
    ['Bedrock', 400, { message: 'Input is too long for requested model.' }],
    ['Ollama', 400, { error: 'the input length exceeds the context length' }],
    [
      'llama.cpp',
      400,
      {
        error: {
          code: 400,
          message: 'request (5000 tokens) exceeds the available context size (4096 tokens), try increasing it',
          type: 'exceed_context_size_error',
          n_prompt_tokens: 5000,
          n_ctx: 4096,
        },
      },
    ],
    [
      'vLLM',
      400,
      {
        object: 'error',
        message:
          "This model's maximum context length is 8192 tokens. However, you requested 9000 tokens in the messages, Please reduce the length of the messages.",
        type: 'BadRequestError',
        code: 400,
      },
    ],
    [
      'vLLM',
      400,
      error(
        'The decoder prompt (length 5000) is longer than the maximum model length of 4096. Make sure that `max_model_len` is no smaller than the number of text tokens.',
        'BadRequestError',
        400,
      ),
    ],
    [
      'LM Studio',
      400,
      {
        error:
          'Trying to keep the first 5000 tokens when context the overflows. However, the model is loaded with context length of only 4096 tokens, which is not enough. Try to load the model with a larger context length, or provide a shorter input',
      },
    ],
    [
      'LiteLLM',
      400,
      error(
        "litellm.ContextWindowExceededError: litellm.BadRequestError: ContextWindowExceededError: OpenAIException - This model's maximum context length is 8192 tokens.",
        null,
        '400',
      ),
    ],
  ],
  memory: [
    ['Ollama', 500, { error: 'model requires more system memory (5.6 GiB) than is available (3.2 GiB)' }],
    ['Ollama', 500, { error: 'llama runner process has terminated: cudaMalloc failed: out of memory' }],
    ['Ollama', 500, { error: 'llama runner process has terminated: signal: killed' }],
    ['Ollama', 500, { error: 'unable to allocate CUDA0 buffer' }],
    [
      'vLLM',
      500,
      error(
        'CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity of 23.69 GiB of which 1.2 GiB is free.',
        'InternalServerError',
        500,
      ),
    ],
    [
      'LM Studio',
      400,
      {
        error:
          'Failed to load model "llama". Error: Model loading was stopped due to insufficient system resources. Under the current settings, this model requires approximately 9.16 GB of memory.',
      },
    ],
    [
      'llama.cpp',
      500,
      { error: { code: 500, message: 'failed to allocate buffer for kv cache', type: 'server_error' } },
    ],
  ],
  loading: [
    ['llama.cpp', 503, { error: { code: 503, message: 'Loading model', type: 'unavailable_error' } }],
    ['Hugging Face', 503, { error: 'Model meta-llama/Llama-3 is currently loading', estimated_time: 20 }],
    ['Ollama', 500, { error: 'timed out waiting for llama runner to start - progress 0.00 - ' }],
    [
      'Fireworks',
      503,
      { error: { message: 'Deployment is scaling up, please retry later', code: 'DEPLOYMENT_SCALING_UP' } },
    ],
  ],
  overloaded: [
    ['Anthropic', 529, { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }],
    ['OpenAI', 503, error('The engine is currently overloaded, please try again later', 'server_error')],
    [
      'OpenAI',
      500,
      error('That model is currently overloaded with other requests. You can retry your request.', 'server_error'),
    ],
    [
      'Gemini',
      503,
      { error: { code: 503, message: 'The model is overloaded. Please try again later.', status: 'UNAVAILABLE' } },
    ],
    [
      'Gemini',
      503,
      {
        error: {
          code: 503,
          message:
            'This model is currently experiencing high demand. Spikes in demand are usually temporary. Please try again later.',
          status: 'UNAVAILABLE',
        },
      },
    ],
    [
      'Mistral',
      429,
      {
        object: 'error',
        message: 'Service tier capacity exceeded for this model.',
        type: 'service_tier_capacity_exceeded',
        code: '3505',
      },
    ],
    ['Together', 503, error('The server is overloaded or not ready yet.', 'service_unavailable')],
    [
      'Groq',
      503,
      error(
        'x is currently over capacity. Please try again and back off exponentially. Visit https://groqstatus.com to see if there is an active incident.',
        'internal_server_error',
      ),
    ],
    [
      'DeepSeek',
      503,
      error(
        'Service is too busy. We advise users to temporarily switch to alternative LLM API service providers.',
        'service_unavailable_error',
      ),
    ],
    ['Ollama', 503, { error: 'server busy, please try again.  maximum pending requests exceeded' }],
    ['Bedrock', 503, { message: 'Too many connections, please wait before trying again.' }],
    ['xAI', 503, { code: 'The service is currently unavailable', error: 'The service is currently at capacity' }],
    [
      'LiteLLM',
      429,
      error(
        'No deployments available for selected model, Try again in 60 seconds. Passed model=gpt-4o.',
        'None',
        '429',
      ),
    ],
  ],
  away: [
    [
      'LiteLLM',
      500,
      error('litellm.InternalServerError: InternalServerError: OpenAIException - Connection error.', null, '500'),
    ],
    [
      'LiteLLM',
      500,
      error('litellm.APIConnectionError: OllamaException - [Errno 111] Connection refused', null, '500'),
    ],
    [
      'Open WebUI before another',
      500,
      { detail: 'Cannot connect to host ollama:11434 ssl:default [Name or service not known]' },
    ],
    [
      'a proxy before vLLM',
      503,
      'upstream connect error or disconnect/reset before headers. reset reason: connection failure',
    ],
    ['a proxy before Ollama', 503, 'no available server'],
    ['a proxy', 502, '<html><head><title>502 Bad Gateway</title></head></html>'],
  ],
  ill: [
    ['OpenAI', 500, error('The server had an error while processing your request. Sorry about that!', 'server_error')],
    ['Anthropic', 500, { type: 'error', error: { type: 'api_error', message: 'Internal server error' } }],
    [
      'Gemini',
      500,
      {
        error: {
          code: 500,
          message:
            'An internal error has occurred. Please retry or report in https://developers.generativeai.google/guide/troubleshooting',
          status: 'INTERNAL',
        },
      },
    ],
    ['Ollama', 500, { error: 'llama runner process no longer running: -1' }],
  ],
  slow: [
    ['LiteLLM', 408, error('litellm.Timeout: APITimeoutError - Request timed out.', null, '408')],
    [
      'Vertex',
      504,
      {
        error: {
          code: 504,
          message: 'Deadline expired before operation could complete. Deadline exceeded',
          status: 'DEADLINE_EXCEEDED',
        },
      },
    ],
  ],
};

export const PROVIDER_ERRORS_SAID: readonly SaidError[] = Object.entries(SAID).flatMap(([matter, rows]) =>
  rows.map(([provider, status, body]) => ({ provider, matter: matter as ProviderMatter, status, body })),
);

/** Sentences of smaller providers, proxies and functions, as people quote them: what they are about. */
export const SENTENCES_SAID: readonly (readonly [ProviderMatter, string])[] = [
  ['key', 'Your authentication token has been invalidated. Please try signing in again.'],
  ['key', 'invalid_token: The access token expired'],
  ['key', 'The API Key appears to be invalid or may have expired. Please verify your credentials and try again.'],
  ['key', 'Invalid Authentication'],
  ['key', 'No API key provided'],
  ['key', 'Authentication failed: token has expired'],
  ['key', 'Missing bearer authentication in header'],
  ['key', 'API key is missing'],
  ['key', 'Unauthorized: invalid api key'],
  ['key', 'The provided API key is incorrect'],
  ['key', 'Error code: 401 - invalid key'],
  ['key', 'Your API key has been disabled'],
  ['key', 'Wrong API key'],
  ['key', 'Key is invalid'],
  ['key', '令牌验证失败'],
  ['key', 'Incorrect API key provided: sk-ab***yz.'],
  ['key', 'UnrecognizedClientException: The security token included in the request is invalid'],
  ['credit', 'Your account has insufficient funds. Please top up your balance.'],
  ['credit', 'You have no remaining credits'],
  ['credit', 'Not enough credits'],
  ['credit', 'Free trial expired. Please add a payment method'],
  ['credit', 'You have run out of credits'],
  ['credit', 'Payment Required'],
  ['credit', 'account balance is negative'],
  ['credit', 'Quota exceeded: please upgrade your plan'],
  ['credit', 'Your plan does not include API access, upgrade your subscription'],
  ['credit', 'Exceeded monthly spend cap'],
  ['credit', 'insufficient_user_quota'],
  ['credit', '当前分组余额不足'],
  ['credit', 'Monthly budget of $10 reached'],
  ['credit', 'Your subscription has expired'],
  ['rate', 'You have sent too many requests in a given amount of time.'],
  ['rate', 'Request was throttled. Expected available in 5 seconds.'],
  ['rate', 'Rate limit exceeded, please try again in 20 seconds'],
  ['rate', 'max RPM: 3, please try again after 1 seconds'],
  ['rate', 'Your account reached max request concurrency limit, please try again'],
  ['rate', 'Too Many Requests'],
  ['rate', 'exceeded requests per minute quota'],
  ['rate', 'ThrottlingException: Too many tokens, please wait before trying again.'],
  ['rate', 'Slow down! You are sending requests too quickly'],
  ['rate', 'Tokens per minute limit exceeded'],
  ['rate', '429 Too Many Requests from POST https://api.example.com'],
  ['rate', "Quota exceeded for quota metric 'Generate Content API requests per minute'"],
  ['settings', "'temperature' does not support 0.2 with this model. Only the default (1) value is supported."],
  ['settings', 'top_p must be in (0, 1], got 0.0'],
  ['settings', 'Parameter stop is not supported'],
  ['settings', 'Invalid value for max_tokens: 999999. Must be between 1 and 4096'],
  ['settings', 'max_tokens (8192) exceeds the maximum of 4096 for this model'],
  ['settings', 'The max_tokens parameter is too high'],
  ['settings', 'max_completion_tokens is not allowed'],
  ['settings', 'Unknown parameter: frequency_penalty'],
  ['settings', 'system role is not supported for this model'],
  ['settings', 'This model does not support the system role'],
  ['settings', 'This model does not support image inputs'],
  ['settings', 'Function calling is not enabled for this model'],
  ['settings', 'tools is not supported'],
  ['settings', 'invalid parameter: presence_penalty'],
  [
    'settings',
    'ValidationException: The model returned the following errors: max_tokens: must be less than or equal to 4096',
  ],
  ['settings', 'Range of max_tokens should be [1, 8192]'],
  ['settings', "Invalid 'max_tokens': must be at least 16"],
  ['settings', 'The parameter `max_tokens` specified in the request is not valid'],
  ['settings', 'max_new_tokens must be <= 2048'],
  ['settings', 'Only temperature=1 is allowed for this model'],
  ['settings', 'Expected last role User or Tool (or Assistant with prefix True) for serving but got assistant'],
  ['settings', 'num_ctx is not a valid option'],
  ['settings', 'stream is not supported for this model'],
  [
    'settings',
    'Could not finish the message because max_tokens or model output limit was reached. Please try again with higher max_tokens.',
  ],
  ['settings', 'thinking_budget must be between 128 and 32768'],
  ['settings', 'reasoning_effort "low" not supported'],
  ['settings', 'After the optional system message, user/assistant roles must alternate'],
  ['settings', 'max_tokens out of range'],
  ['settings', 'invalid max_tokens'],
  ['region', 'This service is not available in your country'],
  ['region', 'Your country is not supported'],
  ['region', 'Access from your region is prohibited'],
  ['region', 'Sorry, this model is not supported in your region'],
  ['region', 'Location not supported'],
  ['region', 'The model is unavailable in region eu-west-3'],
  ['region', 'Region is not allowed: CN'],
  ['region', 'API access is restricted in your location'],
  [
    'policy',
    'No endpoints found matching your data policy (Paid model training). Configure: https://openrouter.ai/settings/privacy',
  ],
  ['policy', 'Your organization has disabled this provider due to its data retention policy'],
  ['policy', 'You must accept the model license before use'],
  ['policy', 'Please agree to the terms of use'],
  ['policy', 'This model requires your organization to be verified'],
  ['policy', 'Zero Data Retention is required by your account settings'],
  ['content', 'The request was blocked by our content filter'],
  ['content', 'This prompt has been flagged by our moderation system'],
  ['content', 'Request violates our usage policies'],
  ['content', 'Your prompt violates our content policy'],
  ['content', 'Blocked by safety settings'],
  ['content', 'Response blocked by Google due to safety'],
  ['content', 'Potentially unsafe content detected'],
  ['content', 'Sorry, I cannot process this: sensitive words detected'],
  ['model', 'The model gpt-5-mini-foo does not exist'],
  ['model', 'The requested model is not available'],
  ['model', 'Model gpt-3.5-turbo-0301 has been shut down'],
  ['model', 'The model has been retired'],
  ['model', 'model not found: llama3'],
  ['model', 'Model claude-1 is not supported'],
  ['model', 'Unsupported model: foo'],
  ['model', 'unknown model foo'],
  ['model', 'The model `x` is discontinued'],
  ['model', 'Requested entity was not found'],
  ['model', 'model is not supported by this endpoint'],
  ['model', 'There is no model named foo'],
  ['model', 'Model is not loaded'],
  ['model', 'file does not exist: llama3'],
  ['model', 'pull model manifest: file does not exist'],
  ['model', 'No available channel for model gpt-4 under group default'],
  ['context', 'The prompt exceeds the model context window'],
  ['context', 'Input too long: 9000 tokens, limit 8192'],
  ['context', 'total tokens exceed max context length'],
  ['context', 'This model supports at most 8192 tokens, you requested 9000'],
  ['context', 'Requested tokens (2100) exceed context window of 2048'],
  ['context', 'Message is too long'],
  ['context', 'input tokens exceed the maximum of 128000'],
  ['context', 'Payload Too Large'],
  ['context', 'Input validation error: inputs must have less than 4095 tokens. Given: 5000'],
  ['context', 'Range of input length should be [1, 30720]'],
  ['context', 'The total number of tokens in the conversation is greater than the limit'],
  ['memory', 'not enough memory to load the model'],
  [
    'memory',
    'ggml_backend_cuda_buffer_type_alloc_buffer: allocating 4096.00 MiB on device 0: cudaMalloc failed: out of memory',
  ],
  ['memory', 'model is too large for available VRAM'],
  ['memory', 'Insufficient Memory (00000008:kIOGPUCommandBufferCallbackErrorOutOfMemory)'],
  ['memory', 'RuntimeError: MPS backend out of memory'],
  ['memory', 'llama_model_load: error loading model: unable to allocate backend buffer'],
  ['memory', 'exceeds available memory'],
  ['memory', 'no space left on GPU'],
  ['loading', 'The model is loading, please try again later'],
  ['loading', 'Model is being loaded into memory'],
  ['loading', 'server is starting up'],
  ['loading', 'The model is starting up'],
  ['loading', 'Model not ready'],
  ['loading', 'Model is warming up, try again in 30 seconds'],
  ['loading', 'llm server loading model'],
  ['overloaded', 'We are currently experiencing high load'],
  ['overloaded', 'Service Overloaded'],
  ['overloaded', 'The server is busy, please try again later'],
  ['overloaded', 'engine_overloaded_error: The engine is currently overloaded, please try again later'],
  ['overloaded', 'Capacity temporarily exceeded, please try again.'],
  ['overloaded', 'currently at full capacity'],
  ['overloaded', 'no capacity available'],
  ['overloaded', 'heavy traffic'],
  ['overloaded', 'System is too busy'],
  ['away', 'Failed to connect to upstream'],
  ['away', 'connect ECONNREFUSED 127.0.0.1:11434'],
  ['away', "HTTPConnectionPool(host='ollama', port=11434): Max retries exceeded with url"],
  ['away', 'All connection attempts failed'],
  ['away', 'Could not reach provider'],
  ['away', 'could not connect to ollama app, is it running?'],
  ['away', '[Errno 113] No route to host'],
  ['away', 'Connection reset by peer'],
  ['away', 'Server disconnected without sending a response.'],
  ['away', 'ClientConnectorError'],
  ['slow', 'Read timed out. (read timeout=300)'],
  ['slow', 'Gateway Timeout'],
  ['slow', 'The request timed out'],
  ['slow', 'context deadline exceeded'],
  ['ill', 'Internal Server Error'],
  ['ill', 'An unexpected error occurred'],
  ['ill', 'Something went wrong'],
  ['permission', 'You are not authorized to access this model'],
  ['permission', 'Your organization does not have access to this model'],
  ['permission', 'Model access is denied'],
  ['permission', 'Forbidden'],
  ['permission', 'This key is not allowed to use model gpt-5'],
  ['permission', 'User is not allowed to access this model'],
  ['permission', 'team not allowed to access model'],
  ['permission', 'IP address not allowed'],
  ['settings', 'max_tokens must be no more than 4096'],
  ['settings', 'Value error, max_tokens should be at most 8192'],
  ['settings', 'Requested max_tokens 10000 is larger than allowed 8192'],
  ['settings', "Bad request: unsupported field 'top_k'"],
  ['settings', 'The maximum value for max_tokens is 4096'],
  ['settings', "Invalid request: 'stop' array too long. Expected an array with maximum length 4"],
  ['settings', 'response_format json_schema is not supported by this model'],
  ['settings', '`n` must be 1'],
  ['settings', 'This model only supports temperature=1'],
  ['settings', 'parallel_tool_calls is not supported'],
  ['settings', 'messages: first message must use the "user" role'],
  ['settings', 'messages: at least one message is required'],
  ['settings', 'The last message cannot be from the assistant'],
  ['settings', 'Unrecognized parameter: enable_thinking'],
  ['settings', 'parameter.enable_thinking must be set to false for non-streaming calls'],
  ['settings', 'This model requires streaming'],
  ['settings', 'thinking mode is required for this model'],
  ['settings', 'temperature: range 0..1'],
  ['settings', 'Extra fields not allowed: keep_alive'],
  ['settings', "Invalid type for 'max_tokens': expected an integer, but got a string instead."],
  ['context', 'You exceeded the maximum context length'],
  ['context', 'The message you submitted was too long, please reload the conversation and submit something shorter'],
  ['context', 'Token limit exceeded: prompt has 9000 tokens'],
  ['context', 'The number of input tokens (33000) is more than the model supports (32768)'],
  ['context', 'Your request exceeded model token limit: 8192'],
  ['context', 'input is longer than the context'],
  ['context', 'prompt has more tokens than n_ctx'],
  ['context', 'Context length exceeded'],
  ['context', 'the prompt is longer than the maximum'],
  ['key', 'Authentication required'],
  ['key', 'API token is invalid'],
  ['key', 'The API key you entered is invalid'],
  ['key', 'Access token is missing or invalid'],
  ['key', 'No cookie auth credentials found'],
  ['key', 'invalid_api_key'],
  ['key', 'Api key not found. Please pass a valid API key.'],
  ['key', 'Please provide a valid API key'],
  ['key', 'apikey is not valid'],
  ['key', 'Could not validate credentials'],
  ['key', 'Authorization header is missing'],
  ['key', 'Virtual key expired'],
  ['credit', 'Your credit balance is insufficient'],
  ['credit', 'You have exceeded your free tier quota, please upgrade'],
  ['credit', 'Please recharge'],
  ['credit', 'Out of credits'],
  ['credit', 'usage limit has been reached'],
  ['credit', 'Account suspended due to unpaid invoice'],
  ['credit', 'You exceeded your spending limit'],
  ['credit', 'Daily budget exceeded for key'],
  ['credit', 'This account has no active billing'],
  ['credit', 'weekly usage limit reached, upgrade for higher limits'],
  ['rate', 'Rate limited'],
  ['rate', 'request limit exceeded, retry after 10s'],
  ['rate', 'You are being rate limited'],
  ['rate', 'rpm limit exceeded'],
  ['rate', 'TPM limit reached'],
  ['rate', 'Free requests per day exceeded'],
  ['rate', 'temporarily rate-limited upstream. Please retry shortly'],
  ['rate', 'Quota exceeded. Retry in 12 seconds'],
  ['rate', 'concurrency limit reached'],
  ['model', 'The model deepseek-chat-v2 is not supported any more'],
  ['model', 'model llama-9 not found'],
  ['model', 'No model with this id'],
  ['model', 'The requested model was not found'],
  ['model', 'The deployment gpt-4 does not exist'],
  ['model', 'model has been deprecated and is no longer accessible'],
  ['model', 'Model ID not recognized'],
  ['model', 'No such model: foo'],
  ['model', 'Cannot find model foo'],
  ['model', "couldn't find model"],
  ['model', 'foo is not a valid model name'],
  ['model', 'The model is not deployed'],
  ['model', 'embedding model cannot be used for chat'],
  ['model', 'Model gpt-4-vision-preview is deprecated'],
  ['region', 'Not available in your country or region'],
  ['region', 'Gemini API is not available in your location'],
  ['region', 'Service unavailable in your region'],
  ['region', 'unsupported region'],
  ['region', 'Requests from this country are blocked'],
  ['region', 'The requested model is not available in us-west-2'],
  ['policy', "This model is not allowed by your organization's policy"],
  ['policy', 'Provider not allowed by your settings'],
  ['policy', 'Enable prompt training in your privacy settings to use free models'],
  ['policy', 'no endpoints matched your privacy preferences'],
  ['policy', 'User has not accepted the terms'],
  ['content', 'Content filtered'],
  ['content', 'Your input may contain unsafe content'],
  ['content', 'Content blocked'],
  ['content', 'The response was blocked by the safety filter'],
  ['content', 'This request has been rejected by the moderation endpoint'],
  ['content', 'Violation of acceptable use policy'],
  ['content', 'Harmful content detected'],
  ['content', 'finish reason SAFETY'],
  ['memory', 'Not enough memory to run this model'],
  ['memory', 'CUDA out of memory'],
  ['memory', 'insufficient VRAM'],
  ['memory', 'Memory allocation failed'],
  ['memory', 'model requires 48 GB of RAM but only 16 GB are available'],
  ['memory', 'failed to load model: not enough GPU memory'],
  ['memory', 'std::bad_alloc'],
  ['memory', 'Cannot allocate memory'],
  ['loading', 'model is not loaded yet'],
  ['loading', 'Model is currently being loaded. Please retry.'],
  ['loading', 'waiting for model to load'],
  ['loading', 'Loading model, please wait'],
  ['loading', 'The deployment is starting'],
  ['overloaded', 'Too busy right now'],
  ['overloaded', 'Server is overloaded'],
  ['overloaded', 'Model temporarily at capacity'],
  ['overloaded', 'The service is experiencing high traffic'],
  ['overloaded', 'Overloaded'],
  ['overloaded', 'All workers are busy'],
  ['overloaded', 'queue is full'],
  ['overloaded', 'We are experiencing high demand'],
  ['away', 'Connection refused'],
  ['away', 'Bad Gateway'],
  ['away', 'Could not connect to provider'],
  [
    'away',
    "Cannot connect to host api.openai.com:443 ssl:True [SSLCertVerificationError: (1, '[SSL: CERTIFICATE_VERIFY_FAILED]')]",
  ],
  ['away', 'connection timeout'],
  ['away', 'Error reaching upstream'],
  ['away', 'upstream is down'],
  ['away', 'fetch failed'],
  ['away', 'no healthy backends'],
  ['slow', 'Request timeout'],
  ['slow', 'Upstream timed out'],
  ['slow', '504 Gateway Time-out'],
  ['ill', 'server error'],
  ['ill', '500 Internal Server Error'],
  ['ill', 'An error occurred while processing your request'],
  ['ill', 'CUDA error: device-side assert triggered'],
  ['ill', 'Service unavailable'],
  ['permission', 'Access to this model is denied'],
  ['permission', 'You do not have access to this model'],
  ['permission', 'insufficient permissions'],
  ['permission', 'Your key does not have the required scope'],
  ['permission', 'not allowed to access this resource'],
  ['model', 'This model is only supported in v1/responses and not in v1/chat/completions.'],
  ['key', 'You must be a member of an organization to use the API.'],
  ['settings', 'messages: text content blocks must be non-empty'],
  ['settings', "tools.0.custom.name: String should match pattern '^[a-zA-Z0-9_-]{1,128}$'"],
  ['permission', 'This organization has been disabled.'],
  ['permission', 'Requests from referer <empty> are blocked.'],
  ['settings', 'Please ensure that multiturn requests alternate between user and model.'],
  ['settings', '* GenerateContentRequest.contents: contents is not specified'],
  ['settings', "Failed to call a function. Please adjust your prompt. See 'failed_generation' for more details."],
  ['permission', 'Organization has been restricted. Please reach out to support if you believe this was in error.'],
  ['model', 'Unable to access non-serverless model foo.'],
  ['settings', 'deepseek-reasoner does not support successive user or assistant messages'],
  ['settings', 'Missing `reasoning_content` field in the assistant message at message index 2.'],
  ['ill', 'POST predict: Post "http://127.0.0.1:33333/completion": EOF'],
  ['ill', 'EngineDeadError: EngineCore encountered an issue. See stack trace (above) for the root cause.'],
  ['ill', 'Provider returned error'],
  ['settings', 'Model gpt-5 is enabled only for api versions 2025-03-01-preview and later'],
  ['context', 'Input validation error: `inputs` must have less than 4096 tokens. Given: 5000'],
  ['settings', 'tools param requires --jinja flag'],
  ['away', 'rpc error: code = Unavailable desc = error reading from server: EOF'],
  ['ill', 'could not load model: rpc error: code = Unknown desc = failed loading model'],
  ['model', '当前分组 default 下对于模型 gpt-5 无可用渠道'],
  ['credit', '用户额度不足'],
  ['credit', 'Access denied, please make sure your account is in good standing.'],
  ['rate', '您当前使用该API的并发数过高，请降低并发，或联系客服增加限额。'],
  [
    'context',
    'Requested generation length 4096 is not possible! Prompt is 7000 tokens, and the max model length is 8192 tokens.',
  ],
  ['credit', 'AiError: you have used up your daily free allocation of 10,000 neurons'],
  ['key', 'OPENAI_API_KEY is not set'],
  ['key', 'API key not configured in valves'],
  ['settings', 'generationConfig.maxOutputTokens: value out of range'],
  ['settings', 'max_tokens below model minimum'],
  ['settings', 'Please increase max_tokens'],
  ['settings', 'response truncated: max_tokens reached'],
  ['settings', 'max_length should be at least 20'],
  ['settings', 'n_predict invalid'],
  ['settings', '参数 max_tokens 超出范围'],
  ['settings', 'Tool call id has to be defined in serving mode.'],
  ['overloaded', 'There is no available model provider that meets your routing requirements'],
  [
    'model',
    'The chatCompletion operation does not work with the specified model, text-embedding-3-small. Please choose different model and try again.',
  ],
  ['credit', 'Your subscription is disabled'],
  ['credit', 'this model requires a subscription, upgrade for access: https://ollama.com/upgrade'],
  ['credit', 'inference prohibited, please enter valid payment info'],
  ['away', 'Backend connection failure'],
  ['settings', 'At most 1 image(s) may be provided in one request.'],
  ['settings', 'model is not a multimodal model'],
  ['context', 'context shift is disabled'],
  ['context', 'Input prompt is too big compared to KV size. Please try increasing KV size.'],
  ['settings', 'Cannot use custom grammar constraints with tools.'],
  ['settings', "Assistant message must contain either 'content' or 'tool_calls'!"],
  ['settings', 'Error rendering prompt with jinja template: "Cannot call something that is not a function"'],
  ['settings', "'messages' array must only contain objects with a 'content' field that is not empty."],
  ['settings', 'Either x-portkey-config or x-portkey-provider header is required'],
  ['model', 'could not find real modelID for foo'],
  ['model', 'no router for requested model'],
  ['model', "Multiple models are loaded. Please specify a model by providing a 'model' field in the request body."],
  ['ill', 'process was already in state stopping'],
  ['ill', 'unable to start process: upstream command exited prematurely but successfully'],
  ['rate', 'you (marie) have reached your hourly usage limit, upgrade for higher limits: https://ollama.com/upgrade'],
  [
    'permission',
    'This authentication method does not have sufficient permissions to call Inference Providers on behalf of user x',
  ],
  [
    'permission',
    "Permission 'aiplatform.endpoints.predict' denied on resource '//aiplatform.googleapis.com/projects/p/locations/us-central1/publishers/google/models/gemini-2.5-pro' (or it may not exist).",
  ],
  ['key', 'Cookie auth credentials not found'],
  ['slow', 'Deadline expired before operation could complete.'],
];
