using System.Buffers;
using System.Diagnostics;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Acceptance.Cloud.Twin.Wire.Personas;
using Acceptance.Surroundings;
using Acceptance.Twin.Tests.Personas;
using Microsoft.AspNetCore.Connections;

namespace Acceptance.Twin.Tests.Doors;

/// <summary>
/// The personas' wire opens to the twin's own user who knows its word, and believes no number it is told.
/// </summary>
public sealed class PersonaDoorTests
{
    private const string Refused = "refused: this is the door of a twin's own programs";

    [Test]
    public async Task Another_user_of_the_machine_is_refused_even_with_the_word()
    {
        AnotherUser.Need();
        await using var shell = new OperatorShell();
        var word = Word(shell);
        foreach (var first in (string[])["call", word])
        {
            var told = await AnotherUser.Run(
                $"exec 3<>/dev/tcp/{Address(shell)}/7078; "
                    + $@"printf '%s\0' {first} call jumphost hostname / null file 0 0 >&3; timeout 5 cat <&3"
            );
            told.Out.Should().StartWith(Refused, told.Err);
        }

        shell.Twin.World.Recorder.Entries.Should().NotContain(entry => entry.Verb == "hostname");
    }

    [Test]
    public async Task Who_does_not_know_the_word_is_refused()
    {
        await using var shell = new OperatorShell();
        foreach (var first in (string[])["call", new string('0', 64), "", new string('x', 1000)])
        {
            using var line = await Line.To(shell);
            await line.Say(first, "call", "jumphost", "hostname", "/", "null", "file", "0", "0");
            (await line.Rest()).Should().ContainAny(Refused, "found a field of more than 128 bytes");
        }

        shell.Twin.World.Recorder.Entries.Should().NotContain(entry => entry.Verb == "hostname");
    }

    [Test]
    public async Task Nobody_else_enters_the_home_or_reads_the_word()
    {
        await using var shell = new OperatorShell();
        var home = File.GetUnixFileMode(shell.Twin.Home);
        home.Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var door = File.GetUnixFileMode(Path.Combine(shell.Twin.Home, ".twin", "door"));
        door.Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    /// <summary>
    /// A port that a twin has left may be another's: a persona tells it nothing and does nothing for it.
    /// </summary>
    [Test]
    public async Task A_persona_believes_nobody_but_its_own_twin()
    {
        await using var shell = new OperatorShell();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var running = shell.Run(
            $"sed 's#/dev/tcp/[0-9.]*/7078#/dev/tcp/127.0.0.1/{port}#' bin/.persona > vault; "
                + "bash ./vault login a-secret-word"
        );
        using var met = await other.AcceptTcpClientAsync();
        var stream = met.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes("exec\necho obeyed\0"));
        var heard = await All(stream);
        var (exit, output, error) = await running;

        (exit, output).Should().Be((69, ""), error);
        heard.Should().NotContain("a-secret-word");
    }

    [TestCase("100000000", "found a list of '100000000' fields; allowed: 0 to 8192")]
    [TestCase("-1", "found a list of '-1' fields; allowed: 0 to 8192")]
    [TestCase("many", "found a list of 'many' fields; allowed: 0 to 8192")]
    public async Task A_count_is_judged_before_room_is_made(string count, string says)
    {
        var stream = Heard(Encoding.UTF8.GetBytes(count + "\0"));
        var before = GC.GetTotalAllocatedBytes();
        var refused = await stream.Awaiting(one => one.List()).Should().ThrowAsync<Exception>();
        refused.Which.Message.Should().Contain(says);
        (GC.GetTotalAllocatedBytes() - before).Should().BeLessThan(32 << 20);
    }

    [Test]
    public async Task A_field_without_an_end_is_not_gathered_for_ever()
    {
        var stream = Heard(Enumerable.Repeat((byte)'x', (4 << 20) + 1).ToArray());
        var refused = await stream.Awaiting(one => one.Next()).Should().ThrowAsync<Exception>();
        refused.Which.Message.Should().Contain("found a field of more than 4194304 bytes");
    }

    /// <summary>What a run says of its process is a claim: only who really holds its connection is ended.</summary>
    [Test]
    public async Task A_process_that_is_merely_claimed_is_not_ended()
    {
        using var bystander = Process.Start("tail", ["-f", "/dev/null"]);
        var (rendezvous, run) = (new PersonaRendezvous(), new PersonaRun());
        rendezvous.Expect(run);
        var pipe = new Pipe();
        await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes($"{run.Token}\0{bystander.Id}\0"));
        var meeting = rendezvous.Meet("run", Heard(pipe));
        run.End();
        await pipe.Writer.CompleteAsync();
        await meeting;

        bystander.WaitForExit(500).Should().BeFalse();
        bystander.Kill();
    }

    private static string Address(OperatorShell shell) => $"127.{shell.Twin.Block}.0.2";

    private static string Word(OperatorShell shell) =>
        File.ReadLines(Path.Combine(shell.Twin.Home, ".twin", "door")).First();

    /// <summary>What comes until the other end closes, in order or not.</summary>
    private static async Task<string> All(Stream stream)
    {
        var heard = new MemoryStream();
        try
        {
            await stream.CopyToAsync(heard);
        }
        catch (IOException)
        {
            // It left without reading to our end.
        }

        return Encoding.UTF8.GetString(heard.ToArray());
    }

    private static FieldStream Heard(byte[] bytes)
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        pipe.Writer.Write(bytes);
        pipe.Writer.Complete();
        return Heard(pipe);
    }

    private static FieldStream Heard(Pipe pipe) =>
        new(new DefaultConnectionContext("a test") { Transport = new Duplex(pipe.Reader, new Pipe().Writer) });

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
