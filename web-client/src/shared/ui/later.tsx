import { Component, createElement, lazy, Suspense, useEffect, type ComponentType, type ReactNode } from 'react';
import { Alert, Button, Loader } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18n from 'i18next';
import { useTranslation } from 'react-i18next';
import cls from './later.module.css';

type Load<P> = () => Promise<ComponentType<P>>;

/** The code of a part did not arrive: the network, or a newer release took the place of this one. */
class NotLoaded extends Error {}

/**
 * A dialog whose code is asked for when it is first opened. While it is on its way a sign says so;
 * where it does not arrive a message does, and the next opening asks again.
 * @param isOpened for dialogs that open by what they are about rather than by `opened`
 */
export function dialogLater<P extends { onClose: () => void }>(
  load: Load<P>,
  isOpened: (props: P) => boolean = (props) => !('opened' in props) || props.opened === true,
) {
  const { Part, forget } = asked(load);

  return function DialogLater(props: P) {
    const opened = isOpened(props);
    useFocusBack(opened);
    return (
      <Arrival forget={forget} wanted={opened} failed={() => <SayFailed onClose={props.onClose} />}>
        <Suspense fallback={opened && <OnItsWay />}>
          <Part {...props} wanted={opened} />
        </Suspense>
      </Arrival>
    );
  };
}

/** A part of a page whose code is asked for when it is first shown: a panel behind a tab, a picker. */
export function later<P extends object>(load: Load<P>, waiting: (props: P) => ReactNode = () => null) {
  const { Part, forget } = asked(load);

  return function Later(props: P) {
    return (
      <Arrival forget={forget} wanted failed={(again) => <Failed onRetry={again} />}>
        <Suspense fallback={waiting(props)}>
          <Part {...props} wanted />
        </Suspense>
      </Arrival>
    );
  };
}

/** The part in whose place this stands, asked for once it is wanted, and again after `forget`. */
function asked<P extends object>(load: Load<P>) {
  const ask = () =>
    lazy(() =>
      load().then(
        (loaded) => ({ default: loaded }),
        (cause: unknown) => {
          throw new NotLoaded('A part of the page was not loaded.', { cause });
        },
      ),
    ) as unknown as ComponentType<P>;
  let loaded = ask();
  let isAsked = false;

  function Part({ wanted, ...props }: P & { wanted: boolean }) {
    // What was loaded stays, so that a dialog can leave the screen as it came.
    if (!wanted && !isAsked) return null;
    isAsked = true;
    return createElement(loaded, props as unknown as P);
  }

  // A failure is remembered by `lazy`: only another one asks again.
  const forget = () => {
    loaded = ask();
    isAsked = false;
  };
  return { Part, forget };
}

type ArrivalProps = { forget: () => void; wanted: boolean; failed: (again: () => void) => ReactNode; children: ReactNode };

/** Keeps code that did not arrive from taking the page with it; every other fault goes on its way. */
class Arrival extends Component<ArrivalProps, { error?: unknown }> {
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidUpdate() {
    if (this.state.error && !this.props.wanted) this.again();
  }

  again = () => {
    this.props.forget();
    this.setState({ error: undefined });
  };

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    if (!(error instanceof NotLoaded)) throw error;
    return this.props.failed(this.again);
  }
}

function OnItsWay() {
  const { t } = useTranslation();
  return (
    <div role="status" className={cls.wait}>
      <Loader size="sm" aria-hidden />
      <span className="visually-hidden">{t('page.loading')}</span>
    </div>
  );
}

function SayFailed({ onClose }: { onClose: () => void }) {
  useEffect(() => {
    notifications.show({
      id: 'not-loaded',
      color: 'red',
      message: i18n.t('later.failed'),
    });
    onClose();
    // Said once: the parent gives another `onClose` with each of its renders.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return null;
}

function Failed({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert color="red" variant="outline" role="alert">
      {t('later.failed')}
      <Button mt="xs" size="xs" variant="default" display="block" onClick={onRetry}>
        {t('page.retry')}
      </Button>
    </Alert>
  );
}

/** Mantine gives the focus back only where a dialog was on the page before it opened. */
function useFocusBack(opened: boolean) {
  useEffect(() => {
    if (!opened) return;
    const page = document;
    const opener = page.activeElement instanceof HTMLElement ? page.activeElement : undefined;
    return () => {
      const atClose = page.activeElement;
      window.setTimeout(() => {
        const now = page.activeElement;
        if (now && now !== page.body && now !== atClose) return;
        if (opener?.isConnected) opener.focus({ preventScroll: true });
      }, 10);
    };
  }, [opened]);
}
