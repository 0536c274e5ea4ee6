import type { ComponentChildren } from 'preact';

export interface FormProps {
  class?: string;
  /** At Enter in a field, and at the button of type `submit`. */
  onSubmit: () => void;
  children: ComponentChildren;
}

/** Stays on its page. What is wrong with a field is said beneath it and read out, not by the browser in a bubble. */
export function Form(props: FormProps) {
  return (
    <form
      class={props.class}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
    >
      {props.children}
    </form>
  );
}
