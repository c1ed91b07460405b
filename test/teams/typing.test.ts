import { showTyping } from '../../src/teams/typing.ts';

describe('the sign that the bot is at work', function () {
  this.timeout(2_000);

  it('does not keep the answer back when it hangs on its way', async () => {
    await showTyping(() => new Promise(() => {}), 10).stop();
  });
});
