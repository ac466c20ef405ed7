using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Twin.Personas;
using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.Wire.Personas;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Juju;
using Microsoft.AspNetCore.Connections;

namespace Acceptance.Worlds.Hosts;

/// <summary>
/// The twin's programs played in this process: what a persona prints is what the model renders, and no shell, file or
/// socket is between.
/// </summary>
internal sealed class WorldPrograms
{
    private const int NoSuchProgram = 127;
    private const int NotEmulated = 64;
    private static readonly Dictionary<string, string> AsRoot = new() { ["TWIN_SUDO"] = "1" };
    private static readonly PipeOptions Unbounded = new(pauseWriterThreshold: 0);

    private readonly TwinWorld _world;
    private readonly PersonaCatalog _all = PersonaRoster.Enlisted();
    private readonly HostShells _shells;

    public WorldPrograms(TwinWorld world)
    {
        _world = world;
        _shells = new HostShells(world, _all, world.Jumphost.Home, new PersonaDoor(world.Jumphost.Home, "", 0));
    }

    /// <summary>As root on a machine or container, as juju exec is.</summary>
    public Task<ShellAnswer> On(JujuMachine machine, string program, params IReadOnlyList<string> argv) =>
        Play(_shells.Of(machine), program, argv);

    /// <summary>As root on a tenant's VM.</summary>
    public Task<ShellAnswer> OnGuest(string name, string program, params IReadOnlyList<string> argv) =>
        Play(_shells.Guest(name), program, argv);

    private async Task<ShellAnswer> Play(ShellHost host, string program, IReadOnlyList<string> argv)
    {
        if (_all.Find(program, host) is not { } persona)
            return new(NoSuchProgram, "", $"{program}: command not found\n");
        var (toPersona, fromPersona) = (new Pipe(Unbounded), new Pipe(Unbounded));
        var connection = new DefaultConnectionContext(
            "in this process",
            new Duplex(toPersona.Reader, fromPersona.Writer),
            new Duplex(fromPersona.Reader, toPersona.Writer)
        );
        int exit;
        using (
            var conversation = new PersonaConversation(
                new FieldStream(connection),
                _world.Clock,
                new PersonaRendezvous()
            )
        )
        {
            var called = new CalledAs(host.Id, program, "/", StdinKind.Null, false, AsRoot, argv);
            var call = new PersonaCall(_world, _shells, host, conversation, called);
            exit = await Exit(persona, call);
            await call.Flush();
        }

        await fromPersona.Writer.CompleteAsync();
        var said = await fromPersona.Reader.ReadAtLeastAsync(int.MaxValue);
        return Printed(exit, said.Buffer.ToArray());
    }

    private static async Task<int> Exit(Persona persona, PersonaCall call)
    {
        try
        {
            return await persona.Run(call);
        }
        catch (NotEmulatedException edge)
        {
            return call.Fail(NotEmulated, $"{call.Program}: not emulated: {edge.Message}");
        }
    }

    /// <summary>"out 12" and a line's end before twelve bytes of standard output; err likewise.</summary>
    private static ShellAnswer Printed(int exit, byte[] said)
    {
        var (output, error) = (new StringBuilder(), new StringBuilder());
        for (var at = 0; at < said.Length; )
        {
            var end = Array.IndexOf(said, (byte)'\n', at);
            var head = Encoding.ASCII.GetString(said, at, end - at).Split(' ');
            var length = int.Parse(head[1], CultureInfo.InvariantCulture);
            (head[0] == "out" ? output : error).Append(Encoding.UTF8.GetString(said, end + 1, length));
            at = end + 1 + length;
        }

        return new(exit, output.ToString(), error.ToString());
    }

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
