import type { Ref } from 'react';
import { Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';

type Props = ButtonProps & { ref?: Ref<HTMLAnchorElement>; href?: string };

const AnchorButton = ({ ref, ...props }: Props) => <Button component="a" {...(ref ? { ref } : {})} {...props} />;

/** Looks like a button, goes to a page: its address and parameters are checked against the routes. */
export const LinkButton = createLink(AnchorButton);
