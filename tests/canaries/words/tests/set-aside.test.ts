test.skip('later', () => {});
describe.only('now', () => {});
it.todo('some day');
list.only('not a test');
