// The record of a complete answer, as it would be posted.
document.addEventListener('looplet-submit', ({ record }) => {
  document.getElementById('record').textContent = JSON.stringify(record, null, 2);
});
