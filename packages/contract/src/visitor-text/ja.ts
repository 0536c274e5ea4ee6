import { countedIn } from '../counted.ts';
import type { VisitorTexts } from './visitor-texts.ts';

const counted = countedIn('ja');

export const ja: VisitorTexts = {
  problems: {
    'bad-json': 'リクエストが正しい JSON ではありません。',
    'bad-request': 'リクエストの形式が正しくありません。',
    'text-missing': '先に質問を入力してください。',
    'text-too-long': 'メッセージが長すぎます。短くするか、分けて送信してください。',
    'body-too-large': 'リクエストが大きすぎます。',
    'content-type-unsupported': 'リクエストは JSON（Content-Type: application/json）で送信してください。',
    'attachments-unsupported': 'このチャットではファイルを送信できません。',
    'too-many-files': 'この質問のファイルが多すぎます。1つ削除してください。',
    'file-missing': 'リクエストにファイルがありません。',
    'file-empty': 'このファイルは空です。別のファイルを選んでください。',
    'file-too-large': 'このファイルは大きすぎます。小さいファイルを選んでください。',
    'file-kind-unsupported': 'このチャットでは、この種類のファイルは使えません。',
    'file-unknown': '使えなくなったファイルがあります。もう一度添付してください。',
    'recording-unusable': 'この録音は使えません。もう一度録音してください。',
    'recording-too-large': '録音が長すぎます。2分以内で録音してください。',
    'idempotency-key-missing': '同じメッセージが二重に送信されないよう、Idempotency-Key ヘッダーが必要です。',
    'idempotency-key-malformed': 'Idempotency-Key ヘッダーは、空白を含まない 1～200 文字にしてください。',
    'idempotency-key-reused': 'この Idempotency-Key は別のメッセージで使用済みです。',
    'last-event-id-unknown': '回答のこの位置は存在しません。最初から読み込んでください。',
    'token-missing': 'このリクエストには訪問者トークンが必要です。',
    'token-invalid': 'この訪問者トークンは無効です。新しいものを取得してください。',
    'token-expired': 'この訪問者トークンは期限切れです。新しいものを取得してください。',
    'origin-missing': 'どのサイトからのリクエストか、ブラウザーから通知されませんでした。',
    'origin-not-allowed': 'このサイトでは、このチャットを表示できません。',
    'host-not-allowed':
      'このリクエストはチャットのものではないアドレスに届きました。所有者が設定したアドレスでチャットを開いてください。',
    'introduction-missing':
      'このサイトでは、最初の質問の前にお答えいただく項目があります。先にお答えいただいてから、もう一度質問を送信してください。',
    'not-found': '何も見つからないか、ほかの方のものです。',
    'method-not-allowed': 'このアドレスでは、この種類のリクエストを受け付けていません。',
    'run-in-progress': 'この会話では、まだ回答を作成しています。',
    'too-many-messages': '短い時間に多くのメッセージが送信されました。少し待ってから続けてください。',
    'daily-limit-reached': '本日のメッセージ数の上限に達しました。明日またご利用いただけます。',
    'too-many-runs': '複数の回答を作成中です。いずれかが終わるまでお待ちください。',
    'too-many-visitors': '同じネットワークから多くの方がチャットを開きました。1 分後にもう一度お試しください。',
    'address-limit-reached': 'お使いのネットワークは、本日のチャットの上限に達しました。明日もう一度お試しください。',
    'too-many-requests':
      'お使いのネットワークから 1 分間に多すぎるリクエストがありました。少し待ってからもう一度お試しください。',
    'file-limit-reached': '添付したファイルが多すぎます。しばらくしてからもう一度お試しください。',
    'voice-limit-reached': '音声の利用が多くなっています。あとで試すか、文字で入力してください。',
    'too-many-conversations': 'これ以上会話を保存できません。新しく始めるには、いずれかの会話を削除してください。',
    'too-many-readers': 'この回答は多くの場所で開かれています。いずれかを閉じて、もう一度お試しください。',
    'network-busy': '同じネットワークからの多くの質問が回答を待っています。しばらくしてからもう一度お試しください。',
    'too-many-measurements': 'お使いのネットワークで複数の測定が実行中です。1 秒待ってからもう一度お試しください。',
    'server-busy': '現在、多くの質問が届いています。しばらくしてからもう一度お試しください。',
    'shutting-down': 'チャットを再起動しています。メッセージは失われません。数秒後にもう一度お試しください。',
    'storage-unavailable': '現在、メッセージを保存できません。しばらくしてからもう一度お試しください。',
    'not-configured': 'アシスタントの設定がまだ完了していません。サイトの所有者による設定が必要です。',
    internal: 'こちらで問題が発生しました。繰り返す場合は、参照番号をお知らせください。',
    'assistant-unavailable': '現在、アシスタントに接続できません。しばらくしてからもう一度お試しください。',
    'assistant-misconfigured': '現在、アシスタントは回答できません。サイトの所有者による設定の修正が必要です。',
    'assistant-busy': '現在、アシスタントに質問が集中しています。しばらくしてからもう一度お試しください。',
    'assistant-timeout': 'アシスタントの回答に時間がかかりすぎました。もう一度お試しください。',
    'assistant-refused': 'アシスタントはこの質問を受け付けませんでした。',
    'file-refused': 'アシスタントがこの文書を受け付けませんでした。別のファイルをお試しください。',
    'file-unreadable':
      'アシスタントがこの文書を読めませんでした。文字が入っていること、パスワードがかかっていないことをご確認ください。',
    'file-storage-full': 'アシスタントに文書を置く場所がありません。しばらくしてからもう一度お試しください。',
    'voice-unavailable': 'いまは音声を利用できません。あとで試すか、文字をご利用ください。',
    'answer-empty': 'アシスタントから回答がありませんでした。もう一度試すか、質問を言い換えてください。',
    'answer-too-large': '回答が長くなりすぎたため、途中で打ち切られました。',
  },
  queue: {
    before: (count) =>
      count === 0
        ? '現在、多くの質問が届いています。次があなたの質問です。'
        : `現在、多くの質問が届いています。あなたの前に${counted(count, { other: '#件の質問' })}があります。`,
    begun: 'あなたの順番です。',
  },
  activities: {
    knowledge: { running: '資料を検索中…', done: '資料を検索しました', failed: '資料の検索に失敗しました' },
    'web-search': { running: 'ウェブを検索中…', done: 'ウェブを検索しました', failed: 'ウェブの検索に失敗しました' },
    picture: { running: '画像を作成中…', done: '画像を作成しました', failed: '画像の作成に失敗しました' },
    tool: { running: 'ツールを使用中…', done: 'ツールを使用しました', failed: 'ツールが失敗しました' },
    other: { running: '調べています…', done: '調べました', failed: '調べられませんでした' },
  },
  namedActivity: {
    running: (title) => `${title}…`,
    done: (title) => title,
    failed: (title) => `${title}：失敗`,
  },
  readingFiles: { running: '文書を読んでいます…', done: '文書を読みました' },
  pictureUndescribed: 'アシスタントが作成した画像（説明なし）',
  examples: {
    greeting: 'ご注文についてお尋ねください',
    placeholder: '質問を入力',
    aiNotice: '当社の AI アシスタントが回答します。間違えることがあります。',
    dataNotice: '健康に関する情報は入力しないでください。',
    consent: '例示株式会社が回答のために私のメッセージを保存することに同意します。',
  },
};
