import type { Category, Post, PostText } from './api';

export type PostValues = {
  category: Category;
  title: string;
  lead: string;
  body: string;
  heldOn: string;
  personIds: string[];
};

export const fromPost = (post?: Post): PostValues => ({
  category: post?.category ?? 'News',
  title: post?.title ?? '',
  lead: post?.lead ?? '',
  body: post?.body ?? '',
  heldOn: post?.heldOn ?? '',
  personIds: post?.people.map(({ personId }) => personId) ?? [],
});

export const toText = (values: PostValues): PostText => ({ ...values, heldOn: values.heldOn || null });
