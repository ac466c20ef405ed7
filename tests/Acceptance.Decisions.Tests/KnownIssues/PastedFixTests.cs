using System.Diagnostics;
using Acceptance.Decisions.KnownIssues;

namespace Acceptance.Decisions.Tests.KnownIssues;

/// <summary>
/// S19: a victim is named by a tenant. The commands of each fix are run by bash as they would be pasted, with no
/// program to be found: what happens then is done by the shell, at the victim's word.
/// </summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class PastedFixTests : IDisposable
{
    private static readonly string[] Names =
    [
        "$(: > X)",
        "'; : > X #",
        "\"; : > X #",
        "`: > X`",
        "a\n: > X",
        "a; : > X; b",
        "a & : > X",
        "a || : > X",
        "a > X",
        "${X:=$(: > X)}",
        "\\'; : > X #",
        "$(: > X)/0",
        "-oProxyCommand=: > X",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("pasted-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestCaseSource(nameof(Names))]
    public async Task No_name_of_a_victim_is_a_command(string victim)
    {
        var commands = KnownIssueIndex
            .All.SelectMany(issue =>
                Fix.Render(issue, victim, null)
                    .Append(Fix.Render(issue.FastConfirm, victim, null))
                    .Concat(issue.NearMisses.Select(miss => Fix.Render(miss.ToldApartBy, victim, null)))
            )
            .SelectMany(step => step.Pieces)
            .Where(piece => piece.IsCommand)
            .Select(piece => piece.Text)
            .Distinct()
            .ToArray();
        commands.Should().Contain(command => command.Contains("X") || command.Contains("$victim"));
        foreach (var command in commands)
            await Paste(command);
        File.Exists(Path.Combine(_folder, "X")).Should().BeFalse("one of them made it");
    }

    [TestCaseSource(nameof(Names))]
    public void No_name_of_a_victim_looks_like_a_command_of_ours(string victim) =>
        KnownIssueIndex
            .All.SelectMany(issue => Fix.Render(issue, victim, null))
            .SelectMany(step => step.Pieces)
            .Where(piece => !piece.IsCommand)
            .Should()
            .OnlyContain(piece => !piece.Text.Contains('`'));

    [Test]
    public void A_name_that_a_program_would_read_as_an_option_is_left_out_and_said()
    {
        var steps = KnownIssueIndex.All.SelectMany(issue => Fix.Render(issue, "-oProxyCommand=x", null)).ToArray();
        steps
            .SelectMany(step => step.Pieces)
            .Where(piece => piece.IsCommand)
            .Should()
            .OnlyContain(piece => !piece.Text.Contains("-oProxyCommand"));
        steps.Should().Contain(step => step.ToString().Contains("begins with a hyphen"));
    }

    private async Task Paste(string command)
    {
        using var bash = Process.Start(
            new ProcessStartInfo("/bin/bash", ["--norc", "--noprofile", "-c", command])
            {
                WorkingDirectory = _folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["PATH"] = "/nowhere", ["HOME"] = _folder },
            }
        )!;
        bash.StandardInput.Close();
        await Task.WhenAll(bash.StandardOutput.ReadToEndAsync(), bash.StandardError.ReadToEndAsync());
        await bash.WaitForExitAsync();
    }
}
