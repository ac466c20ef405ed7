using System.Reflection;
using Acceptance.Cloud;
using Acceptance.Cloud.Commands;
using Acceptance.Cloud.Operations;
using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Shells;
using Acceptance.Runs.Permits;

namespace Acceptance.Architecture.Tests.Coverage;

/// <summary>What can be sent at all, and the permit it needs: the catalogues, approved as text.</summary>
public class PermitsTests
{
    private static readonly string Approved = Path.Combine(Repository.Root, "docs", "permits.approved.txt");

    private static IEnumerable<Type> Values =>
        [typeof(Command), typeof(CommandLine), typeof(Operation), typeof(OperationCall)];

    [Test]
    public void The_table_is_the_approved_one() =>
        (string.Concat(CommandCatalogue.All.Select(Line)) + "\n" + string.Concat(OperationCatalogue.All.Select(Line)))
            .Should()
            .Be(
                File.Exists(Approved) ? File.ReadAllText(Approved) : "",
                "what may be sent, and under which permit, is approved in docs/permits.approved.txt"
            );

    [Test]
    public void No_two_share_a_name() =>
        CommandCatalogue
            .All.Select(command => command.Id)
            .Concat(OperationCatalogue.All.Select(operation => operation.Id))
            .Should()
            .OnlyHaveUniqueItems();

    [Test]
    public void Every_command_of_the_catalogue_is_in_its_list() =>
        CommandCatalogue
            .All.Should()
            .BeEquivalentTo(typeof(Command).Assembly.GetTypes().SelectMany(StaticsOf<Command>));

    [TestCaseSource(nameof(Values))]
    public void Only_a_catalogue_makes_one(Type value) =>
        value
            .GetConstructors(BindingFlags.Public | BindingFlags.Instance)
            .Should()
            .BeEmpty("a text that anybody may make would have to be judged");

    [Test]
    public void A_stranger_is_refused_whatever_the_permit()
    {
        var made = typeof(Command).GetConstructor(
            BindingFlags.NonPublic | BindingFlags.Instance,
            [typeof(string), typeof(Place), typeof(Permit), typeof(IReadOnlyList<Word>)]
        )!;
        var stranger = (Command)made.Invoke(["juju.status", Place.Jumphost, Permit.Observe, (Word[])["true"]]);
        var gate = new PermitGate(Permit.Destroy);
        gate.Ask(new Intent.Argv(stranger.With(), ["true"])).Should().BeOfType<Permission.Refused>();
        var carried = CommandCatalogue.JujuExec.Carrying(stranger.With(), "ctl:model", "a/0");
        gate.Ask(new Intent.Argv(carried, ["juju"])).Should().BeOfType<Permission.Refused>();
        gate.Ask(new Intent.Argv(CommandCatalogue.Runs.With(), ["true"])).Should().Be(Permission.Yes);
    }

    /// <summary>A method that only reads, and no subresource that opens a way into a container.</summary>
    [Test]
    public void What_is_asked_under_observe_reads() =>
        OperationCatalogue
            .All.Where(operation => operation.Needs == Permit.Observe)
            .Where(operation =>
                (operation.Method != "GET" && operation != OperationCatalogue.IssueToken)
                || operation.Path.Split('/')[^1] is "exec" or "attach" or "portforward" or "proxy"
            )
            .Should()
            .BeEmpty();

    /// <summary>A value in a fixed text is "$1": never bare, where a shell would split or expand it.</summary>
    [Test]
    public void A_script_takes_its_values_as_quoted_arguments()
    {
        foreach (var command in CommandCatalogue.All.Where(command => command.Script is not null))
        foreach (var at in Enumerable.Range(1, command.Slots.Count()))
            command.Script.Should().Contain($"\"${at}\"", command.Id);
    }

    private static string Line(Command command) =>
        $"{command.Needs.Word(), -8} {command.Where.ToString().ToLowerInvariant(), -9} {command.Id, -26} "
        + $"{Shown(command)}{Exits(command)}\n";

    private static string Line(Operation operation) =>
        $"{operation.Needs.Word(), -8} {operation.Id, -35} {operation.Method, -6} {operation.Path}\n";

    private static string Shown(Command command) =>
        command.Script is { } script
            ? $"{script}{string.Concat(command.Slots.Select(slot => $" <{slot.Name}>"))}"
            : string.Join(
                ' ',
                command.Words.Select(word =>
                    word switch
                    {
                        Word.Open open => $"<{open.Slot.Name}>",
                        Word.Fixed text => ShellQuoting.QuoteIfNeeded(text.Text),
                        _ => "<carried>",
                    }
                )
            );

    private static string Exits(Command command) =>
        command.Exits.Count == 1
            ? ""
            : $"  [{string.Join("; ", command.Exits.OrderBy(exit => exit.Key).Select(Exit))}]";

    private static string Exit(KeyValuePair<int, string> exit) => $"{exit.Key} {exit.Value}";

    private static IEnumerable<T> StaticsOf<T>(Type catalogue) =>
        catalogue
            .GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(T))
            .Select(property => (T)property.GetValue(null)!);
}
