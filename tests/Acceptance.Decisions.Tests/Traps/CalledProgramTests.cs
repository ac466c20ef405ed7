using Acceptance.Decisions.Traps;

namespace Acceptance.Decisions.Tests.Traps;

public class CalledProgramTests
{
    [TestCase("juju status --format=json", "juju status --format=json")]
    [TestCase("A=1 B=$(maas list) vault status", "maas list | vault status")]
    [TestCase("if ! grep -q x f; then echo y; fi", "grep -q x f | echo y")]
    [TestCase("sudo -n virsh list", "sudo -n virsh list | virsh list")]
    [TestCase("juju ssh u/0 'sudo cat f' | sort", "juju ssh u/0 'sudo cat f' | sudo cat f | cat f | sort")]
    [TestCase("bash -s <<'E'\njuju ssh a true\necho b\nE\n", "bash -s | juju ssh a true | echo b")]
    [TestCase("timeout 6 bash -c 'exec 3<f'", "timeout 6 bash -c 'exec 3<f' | bash -c 'exec 3<f' | exec")]
    public void The_calls_of_a_text_are_found_wherever_they_stand(string text, string calls) =>
        string.Join(" | ", CalledProgram.Within(text)).Should().Be(calls);

    /// <summary>What was not parted is not parted again.</summary>
    [TestCase("cat <(sort -u f")]
    [TestCase("echo $(a b")]
    [TestCase("echo `a b")]
    [TestCase("cat <<E\na b")]
    [TestCase("echo 'a b")]
    public void A_text_that_is_never_closed_has_an_end(string text) =>
        CalledProgram.Within(text).Should().NotBeEmpty().And.HaveCountLessThan(text.Length);

    [Test]
    public void What_sudo_carries_is_roots() =>
        CalledProgram
            .Within("virsh list; sudo -n virsh list")
            .Select(call => call.AsRoot)
            .Should()
            .Equal(false, false, true);
}
