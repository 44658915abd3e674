// The survey is in the page, as a host has it that saves the request.
document.querySelector('looplet-survey').survey = __survey__;
