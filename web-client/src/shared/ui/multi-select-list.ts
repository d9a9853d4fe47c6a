// Its own module, so that the list travels apart from the forms in which it stands.
export { MultiSelect } from '@mantine/core';
