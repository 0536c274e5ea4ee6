/** The tables as kysely sees them. Written for SQLite and PostgreSQL alike: text, integers, JSON as text. */
import type { UsageSource } from '@guichet/openwebui/client';
import type { Generated } from 'kysely';
import type { LinkPurpose, WayIn } from './admin-records.ts';
import type { RunStatus } from './storage.ts';

export interface Schema {
  visitor: {
    id: string;
    site: string;
    locale: string;
    created_at: number;
    subject: Generated<string | null>;
    /** What the visitor said before the chat, where the site asks. */
    name: Generated<string | null>;
    email: Generated<string | null>;
    consent_version: Generated<string | null>;
    consent_text: Generated<string | null>;
    consent_at: Generated<number | null>;
  };
  conversation: {
    id: string;
    visitor_id: string;
    site: string;
    title: string;
    created_at: number;
    updated_at: number;
    /** The place the next question takes; its answer takes the one after. */
    next_position: number;
  };
  message: {
    id: string;
    conversation_id: string;
    /** Set for answers; unique, so that an answer cannot be stored twice. */
    run_id: string | null;
    role: 'user' | 'assistant';
    position: number;
    text: string;
    status: RunStatus;
    reasoning: string;
    sources: string;
    error_code: string | null;
    error_ref: string | null;
    created_at: number;
    /** JSON: what was done for the answer, files it brought, and the questions proposed after it. */
    activities: Generated<string>;
    attachments: Generated<string>;
    follow_ups: Generated<string | null>;
    /** JSON: the parts in order; null where nobody noted it. */
    outline: Generated<string | null>;
    /** Tokens, as far as somebody told them. */
    input_tokens: Generated<number | null>;
    output_tokens: Generated<number | null>;
    usage_from: Generated<UsageSource | null>;
    /** JSON: what the page said of itself along with a question. */
    page_context: Generated<string | null>;
    /** What the visitor thinks of it: 1 or -1. */
    rating: Generated<1 | -1 | null>;
    rating_reason: Generated<string | null>;
    rating_comment: Generated<string | null>;
    rated_at: Generated<number | null>;
  };
  run: {
    id: string;
    conversation_id: string;
    visitor_id: string;
    site: string;
    user_message_id: string;
    message_id: string;
    /** The answer's place in the conversation. */
    position: number;
    idempotency_key: string;
    body_hash: string;
    status: RunStatus;
    checkpoint_text: string;
    checkpoint_reasoning: string;
    checkpoint_outline: Generated<string | null>;
    started_at: number;
    ended_at: number | null;
    /** The process that writes the answer; null for one that an earlier version began. */
    owner: Generated<string | null>;
    /** Until then the owner is taken to be alive; it says so again and again. */
    lease_until: Generated<number | null>;
    /** How often the answer has been begun; grows when another process takes it over. */
    epoch: Generated<number>;
    /** The language it is answered in; null for one that an earlier version began. */
    locale: Generated<string | null>;
    /** 1 while every word that was shown is in the log that all replicas read. */
    shared_log: Generated<number>;
    /** 1: its visitor stopped it, perhaps at another process. */
    stop_asked: Generated<number>;
  };
  file: {
    id: string;
    conversation_id: string;
    visitor_id: string;
    content_type: string;
    /** Base64. */
    content: string;
    created_at: number;
  };
  /** What a visitor attached to a question, or is about to. */
  visitor_file: {
    id: string;
    visitor_id: string;
    /** The question it is for; null until it is asked. */
    message_id: string | null;
    name: string;
    content_type: string;
    /** Bytes; -1 while it arrives. */
    size: number;
    created_at: number;
  };
  /** Its bytes, in base64. */
  visitor_file_piece: { file_id: string; place: number; content: string };
  /** A document that was handed to Open WebUI for a run and is not deleted there yet. */
  upstream_document: { id: string; run_id: string; created_at: number };
  passed_rating: {
    message_id: string;
    model: string;
    upstream_id: string | null;
    attempts: number;
    due_at: number | null;
  };
  secret: {
    name: string;
    /** Encrypted, and bound to this row; see `safe/secret-box.ts`. */
    record: string;
    updated_at: number;
    updated_by: string;
  };
  admin_link: { hash: string; expires_at: number; used_at: number | null; purpose: LinkPurpose };
  admin_session: { hash: string; created_at: number; expires_at: number; came_by: WayIn };
  audit_entry: { id: string; at: number; actor: string; action: string; detail: string };
  /** Small facts that outlive a restart, by name. */
  note: { name: string; value: string; updated_at: number };
  visitor_error: { ref: string; at: number; code: string; cause: string | null; origin: string | null };
  site: {
    id: string;
    name: string | null;
    /** Texts by the setting's name, as JSON; see `site/site-setting-definitions.ts`. */
    settings: string;
    paused_at: number | null;
    created_at: number;
    /** Never the same after a change. */
    updated_at: number;
  };
  /** How much of a limit is used up; see `limits/limit.ts`. */
  limit_use: {
    kind: string;
    subject: string;
    unit: string;
    window: string;
    /** Which window: a day as `YYYY-MM-DD`. */
    period: string;
    count: number;
  };
  /** What only one replica may do, and which of them does it. */
  lease: { name: string; owner: string; lease_until: number };
  /** What the operator was told last about something, so that only one replica tells it. */
  told_notice: { subject: string; state: string; told_at: number };
}
