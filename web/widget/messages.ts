// What the element itself says, in six languages. What the survey says
// comes from the survey. One line a language, texts separated by |, in the
// order of M; tests/web/widget_messages.test.ts counts them. # is a piece, and
// all languages take the pieces in the same order.

/** The place of each message; the minifier leaves numbers of these names. */
export const M = {
  next: 0,
  back: 1,
  skip: 2,
  send: 3,
  many: 4,
  other: 5,
  point: 6, // of stars and faces
  left: 7, // characters
  name: 8, // and email, phone
  agree: 11,
  answer: 12, // is missing
  wrong: 13,
  long: 14, // to be sent
  window: 15, // a link opens
  copy: 16,
  copied: 17,
  saved: 18, // on this device, to be sent later
  open: 19, // leave this page, as nothing is saved
  sent: 20, // after all
  failed: 21, // for good
  detractor: 22, // and passive, promoter
  thanks: 25, // to a detractor, passive, promoter
  more: 28, // of a segment: before becomes after, plus or minus
} as const;

export const kMessages: { readonly [language: string]: string } = {
  en: 'Continue|Back|Skip|Send|Choose all that apply.|Other|# of #|Characters left: #|Name|Email|Phone|I agree|Please answer this question.|Please check this entry.|Your answers are too long. Please shorten them.|new window|Copy|Copied|Saved on this device, not sent yet.|Not sent yet. Keep this page open.|Sent.|Could not be sent.|detractor|passive|promoter|Thank you for being frank.|Thank you, good to know.|Thank you, lovely to hear.|One # more: # becomes #, give or take #.',
  de: 'Weiter|Zurück|Überspringen|Senden|Mehrere Antworten möglich.|Anderes|# von #|Zeichen übrig: #|Name|E-Mail|Telefon|Ich stimme zu|Bitte beantworten Sie diese Frage.|Bitte prüfen Sie diese Angabe.|Ihre Antworten sind zu lang. Bitte kürzen Sie sie.|neues Fenster|Kopieren|Kopiert|Auf diesem Gerät gespeichert, noch nicht gesendet.|Noch nicht gesendet. Lassen Sie diese Seite offen.|Gesendet.|Konnte nicht gesendet werden.|Kritiker|Passiver|Promotor|Danke für die Offenheit.|Danke, gut zu wissen.|Danke, das freut uns.|Ein # mehr: Aus # wird #, plus/minus #.',
  fr: 'Continuer|Retour|Passer|Envoyer|Plusieurs réponses possibles.|Autre|# sur #|Caractères restants : #|Nom|E-mail|Téléphone|J’accepte|Répondez à cette question.|Vérifiez cette saisie.|Vos réponses sont trop longues. Raccourcissez-les.|nouvelle fenêtre|Copier|Copié|Enregistré sur cet appareil, pas encore envoyé.|Pas encore envoyé. Gardez cette page ouverte.|Envoyé.|L’envoi a échoué.|détracteur|passif|promoteur|Merci pour votre franchise.|Merci, c’est bon à savoir.|Merci, cela fait plaisir.|Un # de plus : # devient #, à # près.',
  es: 'Continuar|Atrás|Omitir|Enviar|Puede elegir varias respuestas.|Otro|# de #|Caracteres restantes: #|Nombre|Correo|Teléfono|Acepto|Responda a esta pregunta.|Revise este dato.|Sus respuestas son demasiado largas. Acórtelas.|ventana nueva|Copiar|Copiado|Guardado en este dispositivo, aún no enviado.|Aún no enviado. Mantenga abierta esta página.|Enviado.|No se pudo enviar.|detractor|pasivo|promotor|Gracias por su franqueza.|Gracias, es bueno saberlo.|Gracias, nos alegra mucho.|Un # más: # pasa a #, con un margen de #.',
  pt: 'Continuar|Voltar|Pular|Enviar|Pode escolher várias respostas.|Outro|# de #|Caracteres restantes: #|Nome|E-mail|Telefone|Aceito|Responda a esta pergunta.|Revise este dado.|Suas respostas são longas demais. Encurte-as.|nova janela|Copiar|Copiado|Salvo neste dispositivo, ainda não enviado.|Ainda não enviado. Mantenha aberta esta página.|Enviado.|Não foi possível enviar.|detrator|neutro|promotor|Obrigado pela franqueza.|Obrigado, é bom saber.|Obrigado, ficamos felizes.|Um # a mais: # passa a #, com margem de #.',
  ar: 'متابعة|رجوع|تخطٍّ|إرسال|يمكن اختيار أكثر من إجابة.|غير ذلك|# من #|الأحرف المتبقية: #|الاسم|البريد|الهاتف|أوافق|يُرجى الإجابة.|يُرجى التحقق من هذا.|إجاباتك طويلة جدًا. يُرجى اختصارها.|نافذة جديدة|نسخ|تم النسخ|تم الحفظ على هذا الجهاز، لم يتم الإرسال بعد.|لم يتم الإرسال بعد. أبقِ هذه الصفحة مفتوحة.|تم الإرسال.|تعذّر الإرسال.|منتقد|محايد|مروّج|شكرًا على الصراحة.|شكرًا، من المفيد معرفة ذلك.|شكرًا، يسعدنا ذلك.|# إضافي واحد: # تصبح #، بزيادة أو نقصان #.',
};

/** The language of a tag that the element speaks, or English. */
export function messageLanguage(locale: string): string {
  const language = locale.toLowerCase().split(/[-_]/)[0] ?? '';
  return Object.hasOwn(kMessages, language) ? language : 'en';
}

/** Languages written from right to left. */
export const isRightToLeft = (locale: string): boolean =>
  /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/i.test(locale);

/** A message, by its place, with its pieces in order. */
export type Say = (place: number, ...pieces: string[]) => string;

/** The messages of a locale. */
export function speak(locale: string): Say {
  const texts = (kMessages[messageLanguage(locale)] ?? '').split('|');
  return (place, ...pieces) =>
    (texts[place] ?? '').replace(/#/g, () => pieces.shift() ?? '');
}
