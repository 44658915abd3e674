// What the element itself says, in eight languages. What the survey says
// comes from the survey. One line a language, texts separated by |, in the
// order of kNames; tests/web/messages.test.ts counts them.

const kNames = [
  'label', // of the whole, for those who listen
  'progress',
  'next',
  'back',
  'skip',
  'send',
  'many',
  'other',
  'point', // of stars and faces
  'choose',
  'write',
  'left', // characters
  'name',
  'email',
  'phone',
  'badEmail',
  'tick',
  'agree',
  'wrong',
  'long',
  'window',
  'copy',
  'copied',
  'saved',
  'open',
  'sent',
  'failed',
  'detractor',
  'passive',
  'promoter',
  'thankDetractor',
  'thankPassive',
  'thankPromoter',
  'more',
  'first',
] as const;

export type MessageName = (typeof kNames)[number];

export const kMessages: { readonly [language: string]: string } = {
  en: 'Feedback|Progress|Continue|Back|Skip|Send|Choose all that apply.|Other|{a} of {b}|Please choose an answer.|Please write something, however short.|Characters left: {a}|Name|Email|Phone|Please check the email address.|Please tick the box, or leave the fields empty.|I agree|Please check this answer.|Your answers are too long to send. Please shorten this one.|opens a new window|Copy|Copied|Saved on this device. It will be sent when the connection is back.|Not sent yet. Please keep this page open.|Sent.|Your answer could not be delivered.|detractor|passive|promoter|Thank you for being frank.|Thank you, good to know.|Thank you, lovely to hear.|One {w} more: {a} becomes {b}, give or take {c}.|The first answer: {b}.',
  de: 'Rückmeldung|Fortschritt|Weiter|Zurück|Überspringen|Senden|Mehrere Antworten sind möglich.|Anderes|{a} von {b}|Bitte wählen Sie eine Antwort.|Bitte schreiben Sie etwas, auch wenn es kurz ist.|Zeichen übrig: {a}|Name|E-Mail|Telefon|Bitte prüfen Sie die E-Mail-Adresse.|Bitte setzen Sie das Häkchen oder lassen Sie die Felder leer.|Ich stimme zu|Bitte prüfen Sie diese Antwort.|Ihre Antworten sind zum Senden zu lang. Bitte kürzen Sie diese.|öffnet ein neues Fenster|Kopieren|Kopiert|Auf diesem Gerät gespeichert. Wird gesendet, sobald die Verbindung wieder da ist.|Noch nicht gesendet. Bitte lassen Sie diese Seite offen.|Gesendet.|Ihre Antwort konnte nicht zugestellt werden.|Kritiker|Passiver|Promotor|Danke für Ihre offenen Worte.|Danke, gut zu wissen.|Danke, das freut uns sehr.|Ein {w} mehr: Aus {a} wird {b}, plus oder minus {c}.|Die erste Antwort: {b}.',
  fr: 'Votre avis|Progression|Continuer|Retour|Passer|Envoyer|Plusieurs réponses possibles.|Autre|{a} sur {b}|Veuillez choisir une réponse.|Écrivez quelques mots, même très courts.|Caractères restants : {a}|Nom|E-mail|Téléphone|Veuillez vérifier l’adresse e-mail.|Cochez la case ou laissez les champs vides.|J’accepte|Veuillez vérifier cette réponse.|Vos réponses sont trop longues pour l’envoi. Veuillez raccourcir celle-ci.|ouvre une nouvelle fenêtre|Copier|Copié|Enregistré sur cet appareil. L’envoi se fera au retour de la connexion.|Pas encore envoyé. Veuillez garder cette page ouverte.|Envoyé.|Votre réponse n’a pas pu être transmise.|détracteur|passif|promoteur|Merci pour votre franchise.|Merci, c’est bon à savoir.|Merci, cela fait très plaisir.|Un {w} de plus : {a} devient {b}, à {c} près.|La première réponse : {b}.',
  es: 'Su opinión|Progreso|Continuar|Atrás|Omitir|Enviar|Puede elegir varias respuestas.|Otro|{a} de {b}|Elija una respuesta.|Escriba algo, aunque sea breve.|Caracteres restantes: {a}|Nombre|Correo electrónico|Teléfono|Revise la dirección de correo.|Marque la casilla o deje los campos vacíos.|Acepto|Revise esta respuesta.|Sus respuestas son demasiado largas para enviarlas. Acorte esta.|abre una ventana nueva|Copiar|Copiado|Guardado en este dispositivo. Se enviará cuando vuelva la conexión.|Aún no se ha enviado. Mantenga abierta esta página.|Enviado.|No se pudo entregar su respuesta.|detractor|pasivo|promotor|Gracias por su franqueza.|Gracias, es bueno saberlo.|Gracias, nos alegra mucho.|Un {w} más: {a} pasa a {b}, con un margen de {c}.|La primera respuesta: {b}.',
  pt: 'Sua opinião|Progresso|Continuar|Voltar|Pular|Enviar|Você pode escolher várias respostas.|Outro|{a} de {b}|Escolha uma resposta.|Escreva algo, mesmo que breve.|Caracteres restantes: {a}|Nome|E-mail|Telefone|Verifique o endereço de e-mail.|Marque a caixa ou deixe os campos vazios.|Concordo|Verifique esta resposta.|Suas respostas são longas demais para enviar. Encurte esta.|abre uma nova janela|Copiar|Copiado|Salvo neste dispositivo. Será enviado quando a conexão voltar.|Ainda não enviado. Mantenha esta página aberta.|Enviado.|Não foi possível entregar sua resposta.|detrator|neutro|promotor|Obrigado pela franqueza.|Obrigado, é bom saber.|Obrigado, ficamos muito felizes.|Um {w} a mais: {a} passa a {b}, com margem de {c}.|A primeira resposta: {b}.',
  it: 'La sua opinione|Avanzamento|Continua|Indietro|Salta|Invia|Può scegliere più risposte.|Altro|{a} di {b}|Scelga una risposta.|Scriva qualcosa, anche in breve.|Caratteri rimasti: {a}|Nome|E-mail|Telefono|Controlli l’indirizzo e-mail.|Spunti la casella o lasci vuoti i campi.|Acconsento|Controlli questa risposta.|Le sue risposte sono troppo lunghe da inviare. Accorci questa.|apre una nuova finestra|Copia|Copiato|Salvato su questo dispositivo. Sarà inviato quando torna la connessione.|Non ancora inviato. Tenga aperta questa pagina.|Inviato.|Non è stato possibile consegnare la risposta.|detrattore|passivo|promotore|Grazie per la franchezza.|Grazie, buono a sapersi.|Grazie, ci fa molto piacere.|Un {w} in più: {a} diventa {b}, con un margine di {c}.|La prima risposta: {b}.',
  nl: 'Uw mening|Voortgang|Verder|Terug|Overslaan|Versturen|Meerdere antwoorden mogelijk.|Anders|{a} van {b}|Kies een antwoord.|Schrijf iets, hoe kort ook.|Tekens over: {a}|Naam|E-mail|Telefoon|Controleer het e-mailadres.|Vink het vakje aan of laat de velden leeg.|Ik ga akkoord|Controleer dit antwoord.|Uw antwoorden zijn te lang om te versturen. Maak dit antwoord korter.|opent een nieuw venster|Kopiëren|Gekopieerd|Bewaard op dit apparaat. Wordt verstuurd zodra de verbinding terug is.|Nog niet verstuurd. Houd deze pagina open.|Verstuurd.|Uw antwoord kon niet worden bezorgd.|criticaster|passieve|promotor|Bedankt voor uw openheid.|Bedankt, goed om te weten.|Bedankt, fijn om te horen.|Eén {w} erbij: {a} wordt {b}, plus of min {c}.|Het eerste antwoord: {b}.',
  ar: 'رأيك|التقدّم|متابعة|رجوع|تخطٍّ|إرسال|يمكن اختيار أكثر من إجابة.|غير ذلك|{a} من {b}|يُرجى اختيار إجابة.|يُرجى كتابة شيء ولو كان قصيرًا.|الأحرف المتبقية: {a}|الاسم|البريد الإلكتروني|الهاتف|يُرجى التحقق من البريد الإلكتروني.|يُرجى تحديد المربع أو ترك الحقول فارغة.|أوافق|يُرجى التحقق من هذه الإجابة.|إجاباتك أطول من أن تُرسل. يُرجى اختصار هذه الإجابة.|يفتح نافذة جديدة|نسخ|تم النسخ|حُفظت على هذا الجهاز، وستُرسل عند عودة الاتصال.|لم تُرسل بعد. يُرجى إبقاء هذه الصفحة مفتوحة.|تم الإرسال.|تعذّر تسليم إجابتك.|منتقد|محايد|مروّج|شكرًا على صراحتك.|شكرًا، من المفيد معرفة ذلك.|شكرًا، يسعدنا ذلك كثيرًا.|{w} إضافي واحد: {a} تصبح {b}، بزيادة أو نقصان {c}.|الإجابة الأولى: {b}.',
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
