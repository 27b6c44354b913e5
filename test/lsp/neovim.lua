-- Neovim as a client: waits for a diagnostic, applies the preferred code action, waits until the diagnostics are gone, saves.
vim.cmd('filetype off')
local out = function(...) io.stdout:write(table.concat({...}, ' ') .. '\n') end
local steps = function()
  vim.cmd('edit ' .. vim.env.LINEWARDEN_FILE)
  local buffer = vim.api.nvim_get_current_buf()
  local id = vim.lsp.start_client({
    name = 'linewarden',
    cmd = { vim.env.LINEWARDEN_NODE, vim.env.LINEWARDEN_CLI, 'lsp', '--stdio' },
    root_dir = vim.env.LINEWARDEN_DIR,
    workspace_folders = { { uri = vim.uri_from_fname(vim.env.LINEWARDEN_DIR), name = 'project' } },
    on_error = function(code, err) out('ERROR', tostring(code), vim.inspect(err)) end,
    get_language_id = function() return 'python' end,
  })
  vim.lsp.buf_attach_client(buffer, id)
  local shown = vim.wait(30000, function() return #vim.diagnostic.get(buffer) > 0 end, 50)
  for _, d in ipairs(vim.diagnostic.get(buffer)) do out('DIAGNOSTIC', d.lnum + 1, d.severity, d.source, d.code, d.message) end
  if not shown then return id end
  local client = vim.lsp.get_client_by_id(id)
  local d = vim.diagnostic.get(buffer)[1]
  local range = { start = { line = d.lnum, character = d.col }, ['end'] = { line = d.end_lnum, character = d.end_col } }
  local document = vim.lsp.util.make_text_document_params(buffer)
  local diagnostic = { range = range, message = d.message, code = d.code, source = d.source, severity = d.severity }
  local hover = client.request_sync('textDocument/hover', { textDocument = document, position = range.start }, 10000, buffer)
  if hover.result then out('HOVER', (hover.result.contents.value:gsub('\n', ' '))) end
  local params = { textDocument = document, range = range, context = { diagnostics = { diagnostic } } }
  local answer = client.request_sync('textDocument/codeAction', params, 15000, buffer)
  local preferred
  for _, action in ipairs(answer.result or {}) do
    out('ACTION', action.kind, action.title)
    if action.isPreferred then preferred = action end
  end
  if not preferred then return id end
  vim.lsp.util.apply_workspace_edit(preferred.edit, client.offset_encoding)
  for _, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do out('LINE', line) end
  vim.wait(15000, function() return #vim.diagnostic.get(buffer) == 0 end, 50)
  out('LEFT', #vim.diagnostic.get(buffer))
  vim.cmd('silent write')
  return id
end
local ok, result = pcall(steps)
if ok then vim.lsp.stop_client(result) else out('FAILED', tostring(result)) end
vim.wait(300)
vim.cmd('qall!')
