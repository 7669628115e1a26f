/* Lets editors put a meeting into a sentence: the text keeps the meeting, not its date. */
(() => {
  const { createElement } = window.React;
  const { EditorState, Modifier } = window.DraftJS;
  const { Icon } = window.wagtail.components;
  const { ModalWorkflowSource, TooltipEntity, registerPlugin } = window.draftail;

  class MeetingSource extends ModalWorkflowSource {
    getChooserConfig() {
      return {
        url: this.props.entityType.chooserUrls.meetingChooser,
        urlParams: {},
        onload: window.CHOOSER_MODAL_ONLOAD_HANDLERS,
        responses: { chosen: this.onChosen },
      };
    }

    filterEntityData({ uuid }) {
      return { uuid };
    }

    onChosen(meeting) {
      const { editorState, entityType, onComplete } = this.props;
      const content = editorState
        .getCurrentContent()
        .createEntity(entityType.type, "IMMUTABLE", this.filterEntityData(meeting));
      const changed = Modifier.replaceText(
        content,
        editorState.getSelection(),
        meeting.string,
        null,
        content.getLastCreatedEntityKey(),
      );
      this.workflow.close();
      onComplete(EditorState.push(editorState, changed, "insert-characters"));
    }
  }

  const Meeting = (props) =>
    createElement(TooltipEntity, {
      ...props,
      icon: createElement(Icon, { name: "date" }),
      label: "",
    });

  registerPlugin({ type: "MEETING", source: MeetingSource, decorator: Meeting });
})();
