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
