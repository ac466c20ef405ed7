using System.Text;
using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.Wire.Personas;
using Acceptance.Cloud.Twin.World;

namespace Acceptance.Cloud.Twin.Personas;

/// <summary>
/// One call of a persona: who was called, with what, and how to answer. While it is worked on the clock stands; while
/// it waits, the clock may move.
/// </summary>
internal sealed class PersonaCall
{
    private readonly PersonaConversation _conversation;
    private readonly MemoryStream _out = new();
    private readonly MemoryStream _err = new();
    private readonly Dictionary<string, CallersFile> _files = new(StringComparer.Ordinal);
    private (string Named, string Text, string Said)? _kept;

    internal PersonaCall(
        TwinWorld world,
        HostShells shells,
        ShellHost host,
        PersonaConversation conversation,
        CalledAs called
    )
    {
        World = world;
        Shells = shells;
        Host = host;
        _conversation = conversation;
        Program = called.Program;
        Argv = called.Argv;
        Cwd = called.Cwd;
        Env = called.Env;
        Stdin = called.Stdin;
        StdoutIsTty = called.StdoutIsTty;
    }

    public TwinWorld World { get; }

    public HostShells Shells { get; }

    public ShellHost Host { get; }

    public string Program { get; }

    /// <summary>Without the program's name.</summary>
    public IReadOnlyList<string> Argv { get; }

    public string Cwd { get; }

    public IReadOnlyDictionary<string, string> Env { get; }

    public StdinKind Stdin { get; }

    public bool StdoutIsTty { get; }

    /// <summary>Root, as sudo and juju exec make it inside the twin; nobody is root outside.</summary>
    public bool Elevated => Env.ContainsKey("TWIN_SUDO");

    /// <summary>The remote side has a terminal, whatever stdin is (ssh -tt).</summary>
    public bool HasTerminal => Stdin == StdinKind.Tty || Env.ContainsKey("TWIN_PTY");

    public CancellationToken Gone => _conversation.Gone;

    public void Out(string text) => _out.Write(Encoding.UTF8.GetBytes(text));

    public void Out(byte[] bytes) => _out.Write(bytes);

    public void Err(string text) => _err.Write(Encoding.UTF8.GetBytes(text));

    public void Err(byte[] bytes) => _err.Write(bytes);

    /// <summary>Says a sentence on stderr and returns the code: a refusal in one line.</summary>
    public int Fail(int exit, string sentence)
    {
        Err(sentence + "\n");
        return exit;
    }

    /// <summary>Standard input to its end.</summary>
    public async Task<byte[]> ReadStdin()
    {
        if (Stdin == StdinKind.Null)
            return [];
        await Flush();
        return await _conversation.Waiting(() => _conversation.Stdin());
    }

    /// <summary>What the caller has at a path of their own.</summary>
    public async Task<CallersFile> Read(string path) => (await Read([path]))[0];

    public Task<IReadOnlyList<CallersFile>> Read(IReadOnlyList<string> paths) =>
        paths.Count == 0 ? Task.FromResult<IReadOnlyList<CallersFile>>([]) : _conversation.Read(paths);

    /// <summary>Writes at a path of the caller's; null, or why it cannot be written.</summary>
    public Task<string?> Write(string path, string text, bool append = false) =>
        _conversation.Write(path, Encoding.UTF8.GetBytes(text), append);

    /// <summary>
    /// A file that the caller wants written, once the call has been played; and what is said when it was.
    /// </summary>
    public void Keep(string named, string text, string said = "") => _kept = (named, text, said);

    /// <summary>
    /// Judges files that name one another: asked again, its output forgotten, for each one that <see cref="File"/> has
    /// not got yet. It changes nothing before it has seen them all.
    /// </summary>
    public async Task<int> Reading(Func<int> judge)
    {
        var (printed, said) = (_out.Length, _err.Length);
        while (true)
        {
            try
            {
                return judge();
            }
            catch (UnseenFileException unseen)
            {
                _out.SetLength(printed);
                _err.SetLength(said);
                _files[unseen.Path] = await Read(unseen.Path);
            }
        }
    }

    /// <summary>Within <see cref="Reading"/>: what the caller has at this path.</summary>
    public CallersFile File(string path) =>
        _files.TryGetValue(path, out var file) ? file : throw new UnseenFileException(path);

    /// <summary>A line, without echo; null at the end of the input.</summary>
    public async Task<string?> Prompt(string text)
    {
        await Flush();
        return await _conversation.Waiting(() => _conversation.Prompt(text));
    }

    /// <summary>Runs a script where the persona stands; what it prints goes where the persona's output goes.</summary>
    public async Task<int> RunScript(string script, StdinUse stdin)
    {
        await Flush();
        return await _conversation.Waiting(() => _conversation.Run(script, stdin));
    }

    /// <summary>Runs scripts side by side and collects what they print.</summary>
    public async Task<IReadOnlyList<Collected>> Collect(IReadOnlyList<string> scripts)
    {
        await Flush();
        return await _conversation.Waiting(() => _conversation.Collect(scripts));
    }

    /// <summary>Becomes another program; the persona's own exit code is not known then.</summary>
    public async Task<int> Become(string script)
    {
        await Flush();
        await _conversation.Become(script);
        return 0;
    }

    /// <summary>Waits in the twin's time.</summary>
    public async Task Sleep(TimeSpan span)
    {
        await Flush();
        await _conversation.Waiting(async () =>
        {
            await World.Clock.Sleep(span, cancel: Gone);
            return 0;
        });
    }

    /// <summary>Never answers, and holds no clock; ends when whoever called ends.</summary>
    public async Task Hang()
    {
        await Flush();
        await _conversation.Waiting(async () =>
        {
            var never = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var ended = Gone.Register(() => never.TrySetCanceled());
            await never.Task;
            return 0;
        });
    }

    /// <summary>Writes what is to be kept; the call's exit code then.</summary>
    internal async Task<int> Kept(int exit)
    {
        if (_kept is not var (named, text, said))
            return exit;
        if (await Write(Path.Combine(Cwd, named), text) is { } why)
            return Fail(1, $"ERROR open {named}: {char.ToLowerInvariant(why[0])}{why[1..]}");
        Out(said);
        return exit;
    }

    internal async Task Flush()
    {
        await Send("out", _out);
        await Send("err", _err);
    }

    private async Task Send(string stream, MemoryStream bytes)
    {
        if (bytes.Length == 0)
            return;
        await _conversation.Print(stream, bytes.ToArray());
        bytes.SetLength(0);
    }
}
