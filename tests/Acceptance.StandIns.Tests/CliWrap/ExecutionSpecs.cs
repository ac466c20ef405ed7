using System.ComponentModel;
using CliWrap;
using CliWrap.Buffered;
using CliWrap.Exceptions;

namespace Acceptance.StandIns.Tests.CliWrap;

public sealed class ExecutionSpecs
{
    private static Command Shell(string script, params string[] arguments) =>
        Cli.Wrap("sh").WithArguments(["-c", script, "sh", .. arguments]);

    [Test]
    public async Task Both_outputs_and_the_exit_code_come_back()
    {
        var result = await Shell("echo out; echo err >&2; exit 3")
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();

        result.ExitCode.Should().Be(3);
        result.IsSuccess.Should().BeFalse();
        result.StandardOutput.Should().Be("out\n");
        result.StandardError.Should().Be("err\n");
        result.RunTime.Should().BePositive().And.Be(result.ExitTime - result.StartTime);
    }

    [Test]
    public async Task Arguments_arrive_as_they_were_given()
    {
        string[] arguments =
        [
            "",
            "two words",
            "\"quoted\"",
            @"tail\",
            @"in\""side",
            "$HOME `id` ; | *",
            "tab\tline\nend",
            "it's",
            "ü",
        ];

        var result = await Shell("printf '[%s]' \"$@\"", arguments).ExecuteBufferedAsync();

        result.StandardOutput.Should().Be(string.Concat(arguments.Select(argument => $"[{argument}]")));
    }

    [Test]
    public async Task A_null_variable_is_removed_and_another_is_set()
    {
        var result = await Shell("echo \"${HOME-gone} $ACCEPTANCE_SPEC\"; pwd")
            .WithEnvironmentVariables(env => env.Set("HOME", null).Set("ACCEPTANCE_SPEC", "here"))
            .WithWorkingDirectory("/")
            .ExecuteBufferedAsync();

        result.StandardOutput.Should().Be("gone here\n/\n");
    }

    [Test]
    public async Task A_refused_exit_code_names_the_command()
    {
        var running = async () => await Shell("echo why >&2; exit 7").ExecuteBufferedAsync();

        var refused = (await running.Should().ThrowAsync<CommandExecutionException>()).Which;
        refused.ExitCode.Should().Be(7);
        refused.Command.TargetFilePath.Should().Be("sh");
        refused.Message.Should().Contain("why");
        refused.InnerException!.Message.Should().Contain("exit 7").And.Contain("7");
    }

    [Test]
    public void A_program_that_is_missing_throws_before_there_is_a_task()
    {
        var starting = () =>
        {
            Cli.Wrap("acceptance-no-such-program").ExecuteAsync();
        };

        starting
            .Should()
            .Throw<Win32Exception>()
            .WithMessage("*acceptance-no-such-program*")
            .WithInnerException<Win32Exception>()
            .Which.NativeErrorCode.Should()
            .Be(2);
    }

    [Test]
    public async Task The_process_id_is_known_while_it_runs()
    {
        var running = Shell("echo $$").ExecuteBufferedAsync();

        var result = await running;

        result.StandardOutput.Trim().Should().Be(running.ProcessId.ToString());
    }

    [Test]
    public async Task An_ended_process_leaves_no_zombie()
    {
        var running = Shell("exit 0").ExecuteAsync();

        await running;

        Directory.Exists($"/proc/{running.ProcessId}").Should().BeFalse();
    }

    [Test]
    public async Task A_result_reads_as_its_exit_code_its_success_or_its_output()
    {
        var result = await Shell("echo yes").ExecuteBufferedAsync();

        var (exitCode, output, error) = result;
        ((int)result).Should().Be(exitCode).And.Be(0);
        ((bool)result).Should().BeTrue();
        ((string)result).Should().Be(output).And.Be("yes\n");
        error.Should().BeEmpty();
    }

    [Test]
    public async Task A_task_can_be_transformed_and_keeps_its_process()
    {
        var running = Shell("exit 0").ExecuteAsync();

        var code = running.Select(result => result.ExitCode + 1);

        (await code).Should().Be(1);
        code.ProcessId.Should().Be(running.ProcessId);
    }
}
