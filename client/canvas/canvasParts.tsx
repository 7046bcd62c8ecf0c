/** Which parts of tldraw's interface the board uses. The bar above, people and sharing are the app's own. */
import {
  DefaultContextMenu,
  DefaultContextMenuContent,
  DefaultMainMenu,
  DefaultPageMenu,
  EditSubmenu,
  ExportFileContentSubMenu,
  PageRecordType,
  TldrawUiMenuActionItem,
  TldrawUiMenuGroup,
  TldrawUiMenuItem,
  TldrawUiMenuSubmenu,
  ToggleDynamicSizeModeItem,
  ToggleEdgeScrollingItem,
  ToggleFocusModeItem,
  ToggleGridItem,
  TogglePasteAtCursorItem,
  ToggleReduceMotionItem,
  ToggleSnapModeItem,
  ToggleToolLockItem,
  ToggleWrapModeItem,
  ViewSubmenu,
  useEditor,
  useReadonly,
  useTranslation,
  useValue,
  type TLComponents,
  type TLUiContextMenuProps,
  type TLUiOverrides,
} from '@tldraw/tldraw';
import { use, useMemo } from 'react';
import { clipboardActions } from './paste/clipboardActions.ts';
import { NamedStylePanel } from './NamedStylePanel.tsx';
import { Paper } from './Paper.tsx';
import { LateCanvasContext } from './LateCanvasContext.ts';

/** Language and appearance are chosen for the whole board, so they are missing here. */
function BoardMenu() {
  return (
    <DefaultMainMenu>
      <TldrawUiMenuGroup id="basic">
        <EditSubmenu />
        <ViewSubmenu />
        <ExportFileContentSubMenu />
        <TldrawUiMenuActionItem actionId="insert-media" />
        <NewPageItem />
      </TldrawUiMenuGroup>
      <TldrawUiMenuGroup id="preferences">
        <TldrawUiMenuSubmenu id="preferences" label="menu.preferences">
          <TldrawUiMenuGroup id="preferences-actions">
            <ToggleSnapModeItem />
            <ToggleToolLockItem />
            <ToggleGridItem />
            <ToggleWrapModeItem />
            <ToggleFocusModeItem />
            <ToggleEdgeScrollingItem />
            <ToggleReduceMotionItem />
            <ToggleDynamicSizeModeItem />
            <TogglePasteAtCursorItem />
          </TldrawUiMenuGroup>
        </TldrawUiMenuSubmenu>
      </TldrawUiMenuGroup>
    </DefaultMainMenu>
  );
}

/** What can be done with what is chosen of the map stands before what tldraw does with every shape. */
function BoardContextMenu(props: TLUiContextMenuProps) {
  const { acts } = use(LateCanvasContext);
  const content = useMemo(
    () => (
      <>
        {acts}
        <DefaultContextMenuContent />
      </>
    ),
    [acts],
  );
  return <DefaultContextMenu {...props}>{content}</DefaultContextMenu>;
}

/** The map is on the first page: who wants another one asks for it here, and nobody comes there by accident. */
function NewPageItem() {
  const editor = useEditor();
  const msg = useTranslation();
  if (useReadonly()) return null;
  const onSelect = (): void => {
    editor.run(() => {
      editor.markHistoryStoppingPoint('new page');
      const id = PageRecordType.createId();
      editor.createPage({ id, name: msg('page-menu.new-page-initial-name') });
      editor.setCurrentPage(id);
    });
  };
  return <TldrawUiMenuItem id="new-page" label="page-menu.create-new-page" onSelect={onSelect} />;
}

function PageMenu() {
  const editor = useEditor();
  const hasOthers = useValue('pages beside the first', () => editor.getPages().length > 1, [editor]);
  return hasOthers ? <DefaultPageMenu /> : null;
}

function SignsOnCanvas() {
  return use(LateCanvasContext).signs;
}

export const canvasParts: TLComponents = {
  Background: Paper,
  ContextMenu: BoardContextMenu,
  MainMenu: BoardMenu,
  // zoom stands beside the rail
  NavigationPanel: null,
  PageMenu,
  StylePanel: NamedStylePanel,
  DebugPanel: null,
  DebugMenu: null,
  HelpMenu: null,
  SharePanel: null,
  TopPanel: null,
  CursorChatBubble: null,
  OnTheCanvas: SignsOnCanvas,
};

/** Actions that would fetch from other hosts, or that the board's own settings answer. */
const withoutActions = [
  'insert-embed',
  'convert-to-bookmark',
  'convert-to-embed',
  'open-cursor-chat',
  'toggle-dark-mode',
  'toggle-debug-mode',
];

export const canvasOverrides: TLUiOverrides = {
  actions: (editor, actions) => {
    const kept = Object.entries(actions).filter(([id]) => !withoutActions.includes(id));
    return clipboardActions(editor, Object.fromEntries(kept));
  },
};
