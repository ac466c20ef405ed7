using Acceptance.Cloud.Twin.Personas;
using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Cloud.Twin.Wire.Personas;

/// <summary>Where the personas call: a bare TCP conversation on the twin's own address.</summary>
internal sealed class PersonaService(TwinWorld world, PersonaCatalog catalog, HostShells shells) : WireService(world)
{
    /// <summary>What the twin does not emulate.</summary>
    private const int NotEmulated = 64;

    /// <summary>What the recorder keeps of a persona that did not live to its end.</summary>
    private const int Killed = 137;

    private readonly PersonaRendezvous _rendezvous = new();

    public override string Role => "persona";

    public override bool Tls => false;

    public override bool Raw => true;

    public override Task Answer(HttpContext http, string role) => Task.CompletedTask;

    public override async Task Converse(ConnectionContext connection, string role)
    {
        var stream = new FieldStream(connection);
        try
        {
            var what = await stream.Next();
            if (what == "call")
                await Play(stream);
            else if (what is not null)
                await _rendezvous.Meet(what, stream);
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
        var env = (await stream.List())
            .Select(pair => pair.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        return new CalledAs(host, program, cwd, stdin, tty, env, await stream.List());
    }

    private async Task Play(FieldStream stream)
    {
        if (await Hear(stream) is not { } called)
            return;
        var host = shells.Find(called.HostId)!;
        using var conversation = new PersonaConversation(stream, World.Clock, _rendezvous);
        var call = new PersonaCall(World, shells, host, conversation, called);
        var exit = Killed;
        try
        {
            exit = await Play(call);
        }
        finally
        {
            World.Recorder.Argv(host.Name, called.Program, called.Argv, exit);
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
                ? await persona.Run(call)
                : throw new NotEmulatedException($"{call.Program} on {call.Host.Name}");
        }
        catch (NotEmulatedException edge)
        {
            return call.Fail(NotEmulated, $"{call.Program}: not emulated: {edge.Message}");
        }
    }
}
