import { countedIn } from '../counted.ts';
import type { VisitorTexts } from './visitor-texts.ts';

const counted = countedIn('pt');

export const pt: VisitorTexts = {
  problems: {
    'bad-json': 'O pedido não é um JSON válido.',
    'bad-request': 'O pedido não tem o formato esperado.',
    'text-missing': 'Escreva primeiro uma pergunta.',
    'text-too-long': 'Esta mensagem é demasiado longa. Encurte-a ou envie-a em partes.',
    'body-too-large': 'O pedido é demasiado grande.',
    'content-type-unsupported': 'O pedido tem de ser enviado como JSON (tipo de conteúdo application/json).',
    'attachments-unsupported': 'Não é possível enviar ficheiros nesta conversa.',
    'too-many-files': 'Esta pergunta tem demasiados ficheiros. Remova um.',
    'file-missing': 'O pedido não contém nenhum ficheiro.',
    'file-empty': 'Este ficheiro está vazio. Escolha outro.',
    'file-too-large': 'Este ficheiro é demasiado grande. Escolha um mais pequeno.',
    'file-kind-unsupported': 'Este chat não aceita este tipo de ficheiro.',
    'file-unknown': 'Um dos ficheiros já não está disponível. Anexe-o de novo.',
    'recording-unusable': 'Esta gravação não pode ser usada. Grave de novo.',
    'recording-too-large': 'Esta gravação é demasiado longa. Grave dois minutos no máximo.',
    'idempotency-key-missing':
      'O pedido precisa do cabeçalho Idempotency-Key, para que uma mensagem repetida seja enviada uma só vez.',
    'idempotency-key-malformed': 'O cabeçalho Idempotency-Key tem de ter 1 a 200 caracteres visíveis, sem espaços.',
    'idempotency-key-reused': 'Esta Idempotency-Key já foi usada para outra mensagem.',
    'last-event-id-unknown': 'Este ponto da resposta não existe. Leia a resposta desde o início.',
    'token-missing': 'Este pedido precisa de um token de visitante.',
    'token-invalid': 'Este token de visitante não é válido. Peça um novo.',
    'token-expired': 'Este token de visitante expirou. Peça um novo.',
    'origin-missing': 'O navegador não indicou de que site vem o pedido.',
    'origin-not-allowed': 'Este site não está na lista dos que podem mostrar este chat.',
    'host-not-allowed':
      'Este pedido chegou a um endereço que não é o do chat. Abra o chat no endereço definido pelo seu proprietário.',
    'introduction-missing':
      'Este site pede-lhe algo antes da sua primeira pergunta. Responda primeiro e envie de novo a sua pergunta.',
    'not-found': 'Não há nada aqui, ou pertence a outra pessoa.',
    'method-not-allowed': 'Este endereço não aceita este tipo de pedido.',
    'run-in-progress': 'Ainda está a ser escrita uma resposta nesta conversa.',
    'too-many-messages': 'Enviou muitas mensagens em pouco tempo. Aguarde um momento e continue.',
    'daily-limit-reached': 'Atingiu o limite de mensagens de hoje. Pode voltar a escrever amanhã.',
    'too-many-runs': 'Ainda estão a ser escritas várias respostas. Aguarde que uma termine.',
    'too-many-visitors': 'Muitas pessoas da sua rede acabaram de abrir este chat. Tente de novo dentro de um minuto.',
    'address-limit-reached': 'A sua rede atingiu o limite de hoje para este chat. Tente de novo amanhã.',
    'too-many-requests': 'A sua rede enviou demasiados pedidos no último minuto. Aguarde um momento e tente de novo.',
    'file-limit-reached': 'Anexou muitos ficheiros. Tente de novo mais tarde.',
    'voice-limit-reached': 'Falou ou ouviu muito. Tente mais tarde ou escreva.',
    'too-many-conversations': 'Este chat não pode guardar mais conversas para si. Elimine uma para começar outra.',
    'too-many-readers': 'Esta resposta já está aberta em muitos locais. Feche um deles e tente de novo.',
    'network-busy': 'Muitas perguntas da sua rede aguardam resposta. Tente de novo dentro de momentos.',
    'too-many-measurements': 'Estão em curso várias medições da sua rede. Aguarde um segundo e tente de novo.',
    'server-busy': 'Muitas pessoas estão a perguntar ao mesmo tempo. Tente de novo dentro de momentos.',
    'shutting-down': 'O chat está a reiniciar. A sua mensagem não se perde: tente de novo dentro de alguns segundos.',
    'storage-unavailable': 'De momento, o chat não consegue guardar mensagens. Tente de novo dentro de momentos.',
    'not-configured': 'O assistente ainda não está configurado. O proprietário do site tem de concluir a configuração.',
    internal: 'Ocorreu um erro do nosso lado. Se voltar a acontecer, indique a referência.',
    'assistant-unavailable': 'De momento, o assistente não está acessível. Tente de novo dentro de momentos.',
    'assistant-misconfigured':
      'De momento, o assistente não pode responder. O proprietário do site tem de corrigir uma definição.',
    'assistant-busy': 'O assistente tem demasiadas perguntas. Tente de novo dentro de momentos.',
    'assistant-timeout': 'O assistente demorou demasiado a responder. Tente de novo.',
    'assistant-refused': 'O assistente não aceitou esta pergunta.',
    'file-refused': 'O assistente não aceitou o documento. Tente com outro ficheiro.',
    'file-unreadable': 'O assistente não conseguiu ler o documento. Verifique se tem texto e não tem palavra-passe.',
    'file-storage-full': 'O assistente não tem espaço para documentos neste momento. Tente de novo mais tarde.',
    'voice-unavailable': 'A voz não está disponível neste momento. Tente mais tarde ou escreva e leia.',
    'answer-empty': 'O assistente não deu qualquer resposta. Tente de novo ou reformule a pergunta.',
    'answer-too-large': 'A resposta ficou demasiado longa e foi cortada.',
  },
  queue: {
    before: (count) =>
      count === 0
        ? 'Muitas pessoas estão a perguntar ao mesmo tempo. A sua pergunta é a próxima.'
        : `Muitas pessoas estão a perguntar ao mesmo tempo. Antes da sua há ${counted(count, { one: '# pergunta', other: '# perguntas' })}.`,
    begun: 'É a sua vez.',
  },
  activities: {
    knowledge: {
      running: 'A pesquisar nos documentos…',
      done: 'Documentos consultados',
      failed: 'A pesquisa nos documentos falhou',
    },
    'web-search': { running: 'A pesquisar na web…', done: 'Pesquisa na web feita', failed: 'A pesquisa na web falhou' },
    picture: { running: 'A criar uma imagem…', done: 'Imagem criada', failed: 'A criação da imagem falhou' },
    tool: { running: 'A usar uma ferramenta…', done: 'Ferramenta usada', failed: 'Uma ferramenta falhou' },
    other: { running: 'A consultar…', done: 'Consulta feita', failed: 'A consulta falhou' },
  },
  namedActivity: {
    running: (title) => `${title}…`,
    done: (title) => title,
    failed: (title) => `${title}: falhou`,
  },
  readingFiles: { running: 'A ler os seus documentos…', done: 'Documentos lidos' },
  pictureUndescribed: 'Imagem criada pelo assistente, sem descrição',
  examples: {
    greeting: 'Pergunte-me sobre a sua encomenda',
    placeholder: 'A sua pergunta',
    aiNotice: 'Responde o nosso assistente de IA. Pode enganar-se.',
    dataNotice: 'Não escreva dados médicos.',
    consent: 'Aceito que a Exemplo Lda. guarde as minhas mensagens para lhes responder.',
  },
};
