import { countedIn } from '../counted.ts';
import type { VisitorTexts } from './visitor-texts.ts';

const counted = countedIn('es');

export const es: VisitorTexts = {
  problems: {
    'bad-json': 'La solicitud no es un JSON válido.',
    'bad-request': 'La solicitud no tiene el formato esperado.',
    'text-missing': 'Escriba primero una pregunta.',
    'text-too-long': 'Este mensaje es demasiado largo. Acórtelo o envíelo en partes.',
    'body-too-large': 'La solicitud es demasiado grande.',
    'content-type-unsupported': 'La solicitud debe enviarse como JSON (tipo de contenido application/json).',
    'attachments-unsupported': 'En este chat no se pueden enviar archivos.',
    'too-many-files': 'Esta pregunta tiene demasiados archivos. Quite uno.',
    'file-missing': 'La solicitud no contiene ningún archivo.',
    'file-empty': 'Este archivo está vacío. Elija otro.',
    'file-too-large': 'Este archivo es demasiado grande. Elija uno más pequeño.',
    'file-kind-unsupported': 'Este chat no acepta este tipo de archivo.',
    'file-unknown': 'Uno de los archivos ya no está disponible. Adjúntelo de nuevo.',
    'recording-unusable': 'Esta grabación no se puede usar. Grabe de nuevo.',
    'recording-too-large': 'Esta grabación es demasiado larga. Grabe dos minutos como máximo.',
    'idempotency-key-missing':
      'La solicitud necesita la cabecera Idempotency-Key, para que un mensaje repetido se envíe una sola vez.',
    'idempotency-key-malformed': 'La cabecera Idempotency-Key debe tener de 1 a 200 caracteres visibles, sin espacios.',
    'idempotency-key-reused': 'Esta Idempotency-Key ya se usó para otro mensaje.',
    'last-event-id-unknown': 'Este punto de la respuesta no existe. Lea la respuesta desde el principio.',
    'token-missing': 'Esta solicitud necesita un token de visitante.',
    'token-invalid': 'Este token de visitante no es válido. Solicite uno nuevo.',
    'token-expired': 'Este token de visitante ha caducado. Solicite uno nuevo.',
    'origin-missing': 'El navegador no indicó de qué sitio procede la solicitud.',
    'origin-not-allowed': 'Este sitio no está en la lista de los que pueden mostrar este chat.',
    'host-not-allowed':
      'Esta solicitud llegó a una dirección que no es la del chat. Abra el chat en la dirección que fijó su propietario.',
    'introduction-missing':
      'Este sitio le pide algo antes de su primera pregunta. Responda primero y vuelva a enviar su pregunta.',
    'not-found': 'Aquí no hay nada, o pertenece a otra persona.',
    'method-not-allowed': 'Esta dirección no acepta este tipo de solicitud.',
    'run-in-progress': 'Todavía se está escribiendo una respuesta en esta conversación.',
    'too-many-messages': 'Ha enviado muchos mensajes en poco tiempo. Espere un momento y continúe.',
    'daily-limit-reached': 'Ha alcanzado el límite de mensajes de hoy. Mañana podrá volver a escribir.',
    'too-many-runs': 'Todavía se están escribiendo varias respuestas. Espere a que termine una.',
    'too-many-visitors':
      'Muchas personas de su red acaban de abrir este chat. Vuelva a intentarlo dentro de un minuto.',
    'address-limit-reached': 'Su red ha alcanzado el límite de hoy para este chat. Vuelva a intentarlo mañana.',
    'too-many-requests':
      'Su red ha enviado demasiadas solicitudes en el último minuto. Espere un momento y vuelva a intentarlo.',
    'file-limit-reached': 'Ha adjuntado muchos archivos. Inténtelo más tarde.',
    'voice-limit-reached': 'Ha hablado o escuchado mucho. Inténtelo más tarde o escriba.',
    'too-many-conversations':
      'Este chat no puede guardar más conversaciones para usted. Elimine una para empezar otra.',
    'too-many-readers': 'Esta respuesta ya está abierta en muchos lugares. Cierre uno y vuelva a intentarlo.',
    'network-busy': 'Muchas preguntas de su red esperan respuesta. Vuelva a intentarlo en un momento.',
    'too-many-measurements': 'Su red tiene varias mediciones en curso. Espere un segundo y vuelva a intentarlo.',
    'server-busy': 'Muchas personas preguntan a la vez. Vuelva a intentarlo en un momento.',
    'shutting-down': 'El chat se está reiniciando. Su mensaje no se pierde: vuelva a intentarlo en unos segundos.',
    'storage-unavailable': 'El chat no puede guardar mensajes en este momento. Vuelva a intentarlo enseguida.',
    'not-configured': 'El asistente aún no está configurado. El propietario del sitio debe terminar de configurarlo.',
    internal: 'Se produjo un error por nuestra parte. Si se repite, indique la referencia.',
    'assistant-unavailable': 'No se puede contactar con el asistente. Vuelva a intentarlo en un momento.',
    'assistant-misconfigured':
      'El asistente no puede responder en este momento. El propietario del sitio debe corregir un ajuste.',
    'assistant-busy': 'El asistente recibe demasiadas preguntas. Vuelva a intentarlo en un momento.',
    'assistant-timeout': 'El asistente tardó demasiado en responder. Vuelva a intentarlo.',
    'assistant-refused': 'El asistente no aceptó esta pregunta.',
    'file-refused': 'El asistente no ha aceptado el documento. Pruebe con otro archivo.',
    'file-unreadable':
      'El asistente no ha podido leer el documento. Compruebe que contiene texto y no tiene contraseña.',
    'file-storage-full': 'El asistente no tiene espacio para documentos en este momento. Inténtelo más tarde.',
    'voice-unavailable': 'La voz no está disponible en este momento. Inténtelo más tarde o escriba y lea.',
    'answer-empty': 'El asistente no respondió nada. Vuelva a intentarlo o formule la pregunta de otro modo.',
    'answer-too-large': 'La respuesta era demasiado larga y se cortó.',
  },
  queue: {
    before: (count) =>
      count === 0
        ? 'Muchas personas preguntan a la vez. Su pregunta es la siguiente.'
        : `Muchas personas preguntan a la vez. Antes de la suya ${counted(count, { one: 'hay # pregunta', other: 'hay # preguntas' })}.`,
    begun: 'Es su turno.',
  },
  activities: {
    knowledge: {
      running: 'Buscando en los documentos…',
      done: 'Documentos consultados',
      failed: 'Falló la búsqueda en los documentos',
    },
    'web-search': {
      running: 'Buscando en la web…',
      done: 'Búsqueda en la web hecha',
      failed: 'Falló la búsqueda en la web',
    },
    picture: { running: 'Creando una imagen…', done: 'Imagen creada', failed: 'No se pudo crear la imagen' },
    tool: { running: 'Usando una herramienta…', done: 'Herramienta usada', failed: 'Falló una herramienta' },
    other: { running: 'Consultando…', done: 'Consulta hecha', failed: 'Falló la consulta' },
  },
  namedActivity: {
    running: (title) => `${title}…`,
    done: (title) => title,
    failed: (title) => `${title}: error`,
  },
  readingFiles: { running: 'Leyendo sus documentos…', done: 'Documentos leídos' },
  pictureUndescribed: 'Imagen creada por el asistente, sin descripción',
  examples: {
    greeting: 'Pregúnteme por su pedido',
    placeholder: 'Su pregunta',
    aiNotice: 'Responde nuestro asistente de IA. Puede equivocarse.',
    dataNotice: 'No escriba datos médicos.',
    consent: 'Acepto que Ejemplo S.L. guarde mis mensajes para responderlos.',
  },
};
