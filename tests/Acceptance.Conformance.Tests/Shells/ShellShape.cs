using Acceptance.Cloud.Shells;

namespace Acceptance.Conformance.Tests.Shells;

/// <summary>Our tree as a text, every word as it was written, as <see cref="ShfmtShape"/> has it.</summary>
internal sealed class ShellShape
{
    public int Commands { get; private set; }

    public int Words { get; private set; }

    public string Of(ShellScript script) => Of(script, script.Statements);

    private string Of(ShellScript of, IEnumerable<ShellStatement> list) =>
        string.Join("; ", list.Select(one => Of(of, one)));

    private string Of(ShellScript of, ShellStatement one) =>
        "("
        + (one.Negated ? "! " : "")
        + Of(of, one.Command)
        + string.Concat(one.Redirects.Select(redirect => Of(of, redirect)))
        + (one.Background ? " &" : "")
        + ")";

    private string Of(ShellScript of, ShellCommand command)
    {
        Commands++;
        return command switch
        {
            ShellCommand.Simple one => Of(of, [.. one.Assignments, .. one.Words]),
            ShellCommand.Pipeline one => Chain(of, one.Members, one.Pipes),
            ShellCommand.AndOr one => Chain(of, one.Members, one.Joints),
            ShellCommand.Subshell one => $"subshell {Of(of, one.Body)}",
            ShellCommand.Group one => $"group {Of(of, one.Body)}",
            ShellCommand.If one => If(of, one),
            ShellCommand.Loop one => (one.Until ? "until " : "while ") + Branch(of, one.Branch),
            ShellCommand.For one => (one.Select ? "select " : "for ")
                + Of(of, [one.Name, .. one.Words ?? []])
                + $" do {Of(of, one.Body)}",
            ShellCommand.Counted one => $"for{Word(of, one.Head)} do {Of(of, one.Body)}",
            ShellCommand.Case one => $"case{Word(of, one.Word)}"
                + string.Concat(one.Items.Select(item => Of(of, item))),
            ShellCommand.Function one => $"function{Word(of, one.Name)} {Of(of, one.Body)}",
            ShellCommand.Test one => "test" + Word(of, one.Whole),
            ShellCommand.Arithmetic one => "arithmetic" + Word(of, one.Whole),
            ShellCommand.Timed one => "time " + (one.Of is null ? "" : Of(of, one.Of)),
            _ => throw new InvalidOperationException(command.ToString()),
        };
    }

    private string Chain(ShellScript of, IReadOnlyList<ShellStatement> members, IReadOnlyList<string> joints) =>
        string.Concat(members.Select((one, at) => (at == 0 ? "" : $" {joints[at - 1]} ") + Of(of, one)));

    private string If(ShellScript of, ShellCommand.If one) =>
        string.Join(" el", one.Branches.Select(branch => $"if {Branch(of, branch)}"))
        + (one.Else is null ? "" : $" else {Of(of, one.Else)}");

    private string Branch(ShellScript of, ShellBranch branch) =>
        $"{Of(of, branch.Condition)} then {Of(of, branch.Body)}";

    private string Of(ShellScript of, ShellCaseItem item) =>
        $" item{Of(of, item.Patterns)}: {Of(of, item.Body)} {item.End}";

    private string Of(ShellScript of, ShellRedirect redirect) =>
        $" redirect [{redirect.Descriptor}{redirect.Operator}]{Word(of, redirect.Target)}"
        + (redirect.Document is { } document ? $" document{Word(of, document)}" : "");

    private string Of(ShellScript of, IEnumerable<ShellToken> words) =>
        string.Concat(words.Select(word => Word(of, word)));

    private string Word(ShellScript of, ShellToken word)
    {
        Words++;
        return $" «{of.Written(word)}»" + string.Concat(word.Substitutions.Select(one => $" runs <{Of(one)}>"));
    }
}
