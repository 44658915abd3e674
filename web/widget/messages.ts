// What the element itself says, in eight languages. What the survey says
// comes from the survey. One line a language, texts separated by |, in the
// order of kNames; tests/web/messages.test.ts counts them.

const kNames = [
  'next',
  'back',
  'skip',
  'send',
  'many',
  'other',
  'point', // of stars and faces
  'left', // characters
  'name',
  'email',
  'phone',
  'tick', // the box, or leave the fields empty
  'agree',
  'answer', // is missing
  'wrong',
  'long', // to be sent
  'window', // a link opens
  'copy',
  'copied',
  'saved', // on this device, to be sent later
  'open', // leave this page, as nothing is saved
  'sent', // after all
  'failed', // for good
  'detractor',
  'passive',
  'promoter',
  'thankDetractor',
  'thankPassive',
  'thankPromoter',
  'more', // of {w}: {a} becomes {b}, plus or minus {c}
] as const;

export type MessageName = (typeof kNames)[number];

export const kMessages: { readonly [language: string]: string } = {
  en: 'Continue|Back|Skip|Send|Choose all that apply.|Other|{a} of {b}|Characters left: {a}|Name|Email|Phone|Please tick the box, or leave the fields empty.|I agree|Please answer this question.|Please check this entry.|This is too long to send. Please shorten it.|opens a new window|Copy|Copied|Saved on this device. It will be sent when the connection is back.|Not sent yet. Please keep this page open.|Sent.|Your answer could not be delivered.|detractor|passive|promoter|Thank you for being frank.|Thank you, good to know.|Thank you, lovely to hear.|One {w} more: {a} becomes {b}, give or take {c}.',
  de: 'Weiter|Zurück|Überspringen|Senden|Mehrere Antworten sind möglich.|Anderes|{a} von {b}|Zeichen übrig: {a}|Name|E-Mail|Telefon|Bitte setzen Sie das Häkchen oder lassen Sie die Felder leer.|Ich stimme zu|Bitte beantworten Sie diese Frage.|Bitte prüfen Sie diese Angabe.|Das ist zum Senden zu lang. Bitte kürzen Sie es.|öffnet ein neues Fenster|Kopieren|Kopiert|Auf diesem Gerät gespeichert. Wird gesendet, sobald die Verbindung wieder da ist.|Noch nicht gesendet. Bitte lassen Sie diese Seite offen.|Gesendet.|Ihre Antwort konnte nicht zugestellt werden.|Kritiker|Passiver|Promotor|Danke für Ihre offenen Worte.|Danke, gut zu wissen.|Danke, das freut uns sehr.|Ein {w} mehr: Aus {a} wird {b}, plus oder minus {c}.',
  fr: 'Continuer|Retour|Passer|Envoyer|Plusieurs réponses possibles.|Autre|{a} sur {b}|Caractères restants : {a}|Nom|E-mail|Téléphone|Cochez la case ou laissez les champs vides.|J’accepte|Veuillez répondre à cette question.|Veuillez vérifier cette saisie.|C’est trop long pour l’envoi. Veuillez raccourcir.|ouvre une nouvelle fenêtre|Copier|Copié|Enregistré sur cet appareil. L’envoi se fera au retour de la connexion.|Pas encore envoyé. Veuillez garder cette page ouverte.|Envoyé.|Votre réponse n’a pas pu être transmise.|détracteur|passif|promoteur|Merci pour votre franchise.|Merci, c’est bon à savoir.|Merci, cela fait très plaisir.|Un {w} de plus : {a} devient {b}, à {c} près.',
  es: 'Continuar|Atrás|Omitir|Enviar|Puede elegir varias respuestas.|Otro|{a} de {b}|Caracteres restantes: {a}|Nombre|Correo electrónico|Teléfono|Marque la casilla o deje los campos vacíos.|Acepto|Responda a esta pregunta.|Revise este dato.|Es demasiado largo para enviarlo. Acórtelo.|abre una ventana nueva|Copiar|Copiado|Guardado en este dispositivo. Se enviará cuando vuelva la conexión.|Aún no se ha enviado. Mantenga abierta esta página.|Enviado.|No se pudo entregar su respuesta.|detractor|pasivo|promotor|Gracias por su franqueza.|Gracias, es bueno saberlo.|Gracias, nos alegra mucho.|Un {w} más: {a} pasa a {b}, con un margen de {c}.',
  pt: 'Continuar|Voltar|Pular|Enviar|Você pode escolher várias respostas.|Outro|{a} de {b}|Caracteres restantes: {a}|Nome|E-mail|Telefone|Marque a caixa ou deixe os campos vazios.|Concordo|Responda a esta pergunta.|Verifique este dado.|É longo demais para enviar. Encurte o texto.|abre uma nova janela|Copiar|Copiado|Salvo neste dispositivo. Será enviado quando a conexão voltar.|Ainda não enviado. Mantenha esta página aberta.|Enviado.|Não foi possível entregar sua resposta.|detrator|neutro|promotor|Obrigado pela franqueza.|Obrigado, é bom saber.|Obrigado, ficamos muito felizes.|Um {w} a mais: {a} passa a {b}, com margem de {c}.',
  it: 'Continua|Indietro|Salta|Invia|Può scegliere più risposte.|Altro|{a} di {b}|Caratteri rimasti: {a}|Nome|E-mail|Telefono|Spunti la casella o lasci vuoti i campi.|Acconsento|Risponda a questa domanda.|Controlli questo dato.|È troppo lungo da inviare. Lo accorci.|apre una nuova finestra|Copia|Copiato|Salvato su questo dispositivo. Sarà inviato quando torna la connessione.|Non ancora inviato. Tenga aperta questa pagina.|Inviato.|Non è stato possibile consegnare la risposta.|detrattore|passivo|promotore|Grazie per la franchezza.|Grazie, buono a sapersi.|Grazie, ci fa molto piacere.|Un {w} in più: {a} diventa {b}, con un margine di {c}.',
  nl: 'Verder|Terug|Overslaan|Versturen|Meerdere antwoorden mogelijk.|Anders|{a} van {b}|Tekens over: {a}|Naam|E-mail|Telefoon|Vink het vakje aan of laat de velden leeg.|Ik ga akkoord|Beantwoord deze vraag.|Controleer deze invoer.|Dit is te lang om te versturen. Maak het korter.|opent een nieuw venster|Kopiëren|Gekopieerd|Bewaard op dit apparaat. Wordt verstuurd zodra de verbinding terug is.|Nog niet verstuurd. Houd deze pagina open.|Verstuurd.|Uw antwoord kon niet worden bezorgd.|criticaster|passieve|promotor|Bedankt voor uw openheid.|Bedankt, goed om te weten.|Bedankt, fijn om te horen.|Eén {w} erbij: {a} wordt {b}, plus of min {c}.',
  ar: 'متابعة|رجوع|تخطٍّ|إرسال|يمكن اختيار أكثر من إجابة.|غير ذلك|{a} من {b}|الأحرف المتبقية: {a}|الاسم|البريد الإلكتروني|الهاتف|يُرجى تحديد المربع أو ترك الحقول فارغة.|أوافق|يُرجى الإجابة عن هذا السؤال.|يُرجى التحقق من هذا الحقل.|هذا أطول من أن يُرسل. يُرجى اختصاره.|يفتح نافذة جديدة|نسخ|تم النسخ|حُفظت على هذا الجهاز، وستُرسل عند عودة الاتصال.|لم تُرسل بعد. يُرجى إبقاء هذه الصفحة مفتوحة.|تم الإرسال.|تعذّر تسليم إجابتك.|منتقد|محايد|مروّج|شكرًا على صراحتك.|شكرًا، من المفيد معرفة ذلك.|شكرًا، يسعدنا ذلك كثيرًا.|{w} إضافي واحد: {a} تصبح {b}، بزيادة أو نقصان {c}.',
};

/** The language of a tag that the element speaks, or English. */
export function messageLanguage(locale: string): string {
  const language = locale.toLowerCase().split(/[-_]/)[0] ?? '';
  return Object.hasOwn(kMessages, language) ? language : 'en';
}

/** Languages written from right to left. */
export const isRightToLeft = (locale: string): boolean =>
  /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/i.test(locale);

export type Say = (
  name: MessageName,
  pieces?: { readonly [piece: string]: string },
) => string;

/** The messages of a locale. */
export function speak(locale: string): Say {
  const texts = (kMessages[messageLanguage(locale)] ?? '').split('|');
  return (name, pieces = {}) =>
    (texts[kNames.indexOf(name)] ?? '').replace(
      /\{(\w)\}/g,
      (_, piece: string) => pieces[piece] ?? '',
    );
}

export { kNames };
