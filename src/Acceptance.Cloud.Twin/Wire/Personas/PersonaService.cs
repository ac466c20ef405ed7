using System.Globalization;
using System.Text;
using Acceptance.Cloud.Twin.Personas;
using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Cloud.Twin.Wire.Personas;

/// <summary>
/// Where the personas call: a bare TCP conversation on the twin's own address, with the twin's own user who knows the
/// word of its door. Anybody else is told so, and nothing of theirs is read.
/// </summary>
internal sealed class PersonaService(TwinWorld world, PersonaCatalog catalog, HostShells shells) : WireService(world)
{
    /// <summary>What the twin does not emulate.</summary>
    private const int NotEmulated = 64;

    /// <summary>What the recorder keeps of a persona that did not live to its end.</summary>
    private const int Killed = 137;

    private const string Refusal =
        "refused: this is the door of a twin's own programs; it opens to its own user with the word in its home.\n";

    private readonly PersonaRendezvous _rendezvous = new();

    public override string Role => "persona";

    public override bool Tls => false;

    public override bool Raw => true;

    public override bool HasOwnDoor => true;

    public override Task Answer(HttpContext http, string role) => Task.CompletedTask;

    public override async Task Converse(ConnectionContext connection, string role)
    {
        var stream = new FieldStream(connection);
        try
        {
            if (!await Knows(stream))
            {
                await stream.Send(Refusal);
                return;
            }

            var what = await stream.Next();
            if (what == "call")
                await Play(stream);
            else if (what is not null)
                await _rendezvous.Meet(what, stream);
        }
        catch (WireBoundException beyond)
        {
            await Tell(stream, beyond.Message);
        }
        catch (Exception gone)
            when (gone
                    is IOException
                        or ConnectionAbortedException
                        or ConnectionResetException
                        or OperationCanceledException
            )
        {
            // The persona was killed: there is nobody to answer.
        }
    }

    /// <summary>
    /// It is of the twin's own user, and knows the word. One that has hung up has no user any more: then its word, and
    /// that of the run it belongs to, say enough.
    /// </summary>
    private async Task<bool> Knows(FieldStream stream) =>
        stream.Peer is not { IsStranger: true } && await stream.Word() is { } word && shells.Door.Opens(word);

    private static async Task Tell(FieldStream stream, string sentence)
    {
        await stream.Send(
            string.Create(CultureInfo.InvariantCulture, $"err {Encoding.UTF8.GetByteCount(sentence) + 1}\n")
        );
        await stream.Send(string.Create(CultureInfo.InvariantCulture, $"{sentence}\nexit {NotEmulated}\n"));
    }

    private static async Task<CalledAs?> Hear(FieldStream stream)
    {
        if (
            await stream.Next() is not { } host
            || await stream.Next() is not { } program
            || await stream.Next() is not { } cwd
        )
            return null;
        var stdin = await stream.Next() switch
        {
            "tty" => StdinKind.Tty,
            "pipe" => StdinKind.Pipe,
            _ => StdinKind.Null,
        };
        var tty = await stream.Next() == "tty";
        var env = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in (await stream.List()).Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2))
            env[pair[0]] = pair[1];
        return new CalledAs(host, program, cwd, stdin, tty, env, await stream.List());
    }

    private async Task Play(FieldStream stream)
    {
        await stream.Send(shells.Door.Answer);
        if (await Hear(stream) is not { } called)
            return;
        if (shells.Find(called.HostId) is not { } host)
            throw new WireBoundException("the persona wire: found a call from a host that this twin has not");
        using var conversation = new PersonaConversation(stream, World.Clock, _rendezvous);
        var call = new PersonaCall(World, shells, host, conversation, called);
        var exit = Killed;
        try
        {
            exit = await Play(call);
        }
        finally
        {
            World.Recorder.Argv(host.Name, called.Program, called.Argv, exit, call.Elevated);
        }

        if (conversation.Became)
            return;
        await call.Flush();
        await conversation.Exit(exit);
    }

    private async Task<int> Play(PersonaCall call)
    {
        try
        {
            return catalog.Find(call.Program, call.Host) is { } persona
                ? await call.Kept(await persona.Run(call))
                : throw new NotEmulatedException($"{call.Program} on {call.Host.Name}");
        }
        catch (WireBoundException beyond)
        {
            return call.Fail(NotEmulated, beyond.Message);
        }
        catch (NotEmulatedException edge)
        {
            return call.Fail(NotEmulated, $"{call.Program}: not emulated: {edge.Message}");
        }
    }
}
