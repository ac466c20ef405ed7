using Acceptance.Cloud;
using Acceptance.Cloud.Commands;
using Acceptance.Cloud.Live.Shell;
using Acceptance.Cloud.Operations;
using Acceptance.Cloud.Permits;
using Acceptance.Live.Tests.Shell;

namespace Acceptance.Live.Tests.Commands;

/// <summary>What a cloud calls its things never becomes part of a text that a shell reads.</summary>
public sealed class CommandLineTests
{
    private static readonly string[] Hostile =
    [
        "$(touch X)",
        "`touch X`",
        "'; touch X #",
        "\"; touch X; \"",
        "a[$(touch X)]",
        "x; touch X",
        "x && touch X",
        "x | touch X",
        "x > X",
        "*",
        "~root",
        "$HOME",
        "!!",
        "\\",
        "two words",
        "-oProxyCommand=touch X",
        "--help",
        "-",
        "",
        "line\nbreak",
        "tab\tstop",
        "\u001b[31m",
        "\0",
        "../../etc/passwd",
        new string('a', 65_536),
    ];

    private static IEnumerable<Command> WithSlots => CommandCatalogue.All.Where(command => command.Slots.Any());

    /// <summary>A value either does not fit its slot, or it arrives as one argument, as it is.</summary>
    [TestCaseSource(nameof(WithSlots))]
    public async Task A_hostile_value_is_refused_or_is_an_argument_of_its_own(Command command)
    {
        using var programs = new ProgramFolder();
        foreach (var (slot, at) in command.Slots.Select((slot, at) => (slot, at)))
        foreach (var value in Hostile)
        {
            string[] values = [.. command.Slots.Select((other, index) => index == at ? value : Fitting(other))];
            var line = command.Words.OfType<Word.Carried>().Any()
                ? command.Carrying(CommandCatalogue.LetsIn.With(), values)
                : command.With(values);
            if (!slot.Takes(value))
            {
                line.Misfit.Should().NotBeNull();
                line.Words.Should().BeEmpty();
                continue;
            }

            // The words that a shell makes of the text for a hop, without running the program in front.
            var shown = await programs
                .Shell()
                .Run(
                    new ProgramCall(Made.Program("bash", "-c", $"printf '<%s>' {line.ForShell}"))
                    {
                        Within = TimeSpan.FromMinutes(1),
                    }
                );
            shown.Value().Output.Should().Be(string.Concat(line.Words.Select(word => $"<{word}>")));
        }

        Directory.EnumerateFiles(programs.Folder, "X", SearchOption.AllDirectories).Should().BeEmpty();
    }

    [TestCase("-oProxyCommand=touch X")]
    [TestCase("--help")]
    [TestCase("-")]
    [TestCase("")]
    [TestCase("line\nbreak")]
    public void No_slot_takes_what_could_be_an_option_or_a_second_line(string value)
    {
        foreach (var slot in CommandCatalogue.All.SelectMany(command => command.Slots).Distinct())
            slot.Takes(value).Should().BeFalse(slot.Name);
    }

    [Test]
    public async Task What_does_not_fit_is_not_run_and_the_sentence_names_command_value_and_form()
    {
        using var programs = new ProgramFolder().With("juju", "touch ran");
        var line = CommandCatalogue.JujuOption.With("ctl:model", "$(touch X)", "vip");
        var unread = (await programs.Shell().Run(new ProgramCall(line) { Within = TimeSpan.FromMinutes(1) })).Unread(
            Unreadable.Garbled
        );
        unread
            .Sentence.ToString()
            .Should()
            .Be("juju.option is not run: '$(touch X)' is no application (an application's name)");
        programs.Gate.Asked.Should().BeEmpty();
    }

    [Test]
    public void What_is_carried_needs_its_own_permit_too()
    {
        var heavy = new Command("made", Place.Unit, Permit.Destroy, "reboot").With();
        CommandCatalogue.JujuExec.Carrying(heavy, "ctl:model", "a/0").Needs.Should().Be(Permit.Destroy);
        CommandCatalogue
            .JujuExec.Carrying(CommandCatalogue.VaultStatus.With(), "ctl:model", "a/0")
            .Needs.Should()
            .Be(Permit.Observe);
    }

    [TestCase("")]
    [TestCase(".")]
    [TestCase("..")]
    public void A_segment_that_would_lead_elsewhere_is_not_asked(string segment) =>
        OperationCatalogue.Server.At(segment).Misfit.Should().NotBeNull();

    [Test]
    public void A_segment_is_escaped() =>
        OperationCatalogue.Server.At("../os-keypairs?x=1#y").Path.Should().Be("/servers/..%2Fos-keypairs%3Fx%3D1%23y");

    private static string Fitting(Slot slot) =>
        slot switch
        {
            _ when slot == Slot.Model => "ctl:model",
            _ when slot == Slot.Units => "a/0,b-c/12",
            _ when slot == Slot.Uri => "qemu:///system",
            _ when slot == Slot.Port => "5000",
            _ when slot == Slot.Url => "https://cloud.example.org:5000/v3",
            _ when slot == Slot.Login => "ubuntu@192.0.2.1",
            _ when slot == Slot.Address => "192.0.2.1",
            _ when slot == Slot.File || slot == Slot.Files => "/etc/nova/nova.conf",
            _ => "plain",
        };
}
