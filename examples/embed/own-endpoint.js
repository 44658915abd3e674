// looplet-delivery tells what became of an answer on its way.
const log = document.getElementById('log');

document.addEventListener('looplet-delivery', ({ status, id, attempt, reply }) => {
  const item = document.createElement('li');
  const answered = reply ? `the server replied ${reply}` : 'no reply';
  item.textContent = `${status}: ${id}, attempt ${attempt}, ${answered}`;
  log.append(item);
});
