using CliWrap;

namespace Acceptance.StandIns.Tests.CliWrap;

public sealed class CommandSpecs
{
    [Test]
    public void Each_with_answers_a_new_command_and_leaves_the_old_one()
    {
        var plain = Cli.Wrap("juju");

        var status = plain.WithArguments(["status", "--format", "json"]).WithWorkingDirectory("/");

        plain.Arguments.Should().BeEmpty();
        status.Arguments.Should().Be("status --format json");
        status.WorkingDirPath.Should().Be("/");
        status.TargetFilePath.Should().Be("juju");
        status.ToString().Should().Be("juju status --format json");
    }

    [TestCase("plain", "plain")]
    [TestCase("", "\"\"")]
    [TestCase("two words", "\"two words\"")]
    [TestCase("say \"so\"", "\"say \\\"so\\\"\"")]
    [TestCase(@"back\slash", @"back\slash")]
    [TestCase(@"blank and back\", "\"blank and back\\\\\"")]
    [TestCase("it's", "it's")]
    public void An_argument_is_quoted_only_where_it_has_to_be(string argument, string written) =>
        Cli.Wrap("x").WithArguments([argument]).Arguments.Should().Be(written);

    [Test]
    public void The_builder_takes_values_one_by_one() =>
        Cli.Wrap("x")
            .WithArguments(args => args.Add("-n").Add(1.5).Add(["a b", "c"]))
            .Arguments.Should()
            .Be("-n 1.5 \"a b\" c");

    [Test]
    public void A_second_set_of_environment_variables_replaces_the_first()
    {
        var command = Cli.Wrap("x")
            .WithEnvironmentVariables(env => env.Set("A", "1"))
            .WithEnvironmentVariables(env => env.Set("B", null));

        command.EnvironmentVariables.Should().BeEquivalentTo(new Dictionary<string, string?> { ["B"] = null });
    }
}
