using Acceptance.Cloud.Permits;
using Acceptance.Decisions.Permits;

namespace Acceptance.Decisions.Tests.Permits;

/// <summary>Words are separated by a single space here; \u00A0 stands for a space inside of a word.</summary>
public class ArgvTests
{
    [TestCase("juju status -m edge:openstack --format=json")]
    [TestCase("juju -m edge:openstack status")]
    [TestCase("juju config -m edge:openstack nova-compute --format=json")]
    [TestCase("juju config nova-compute reserved-host-memory")]
    [TestCase("juju switch")]
    [TestCase("juju show-controller edge")]
    [TestCase(
        "juju exec -m edge:openstack --unit vault/0,vault/1 --format=json -- "
            + "VAULT_ADDR=http://127.0.0.1:8200\u00A0vault\u00A0status"
    )]
    [TestCase("juju exec --unit vault/0 vault\u00A0status")]
    [TestCase("juju ssh vault/0 -- sudo grep -i reserved_host_memory /etc/nova/nova.conf")]
    [TestCase(
        "juju ssh -m edge:openstack vault/0 sudo\u00A0ovn-appctl\u00A0-t\u00A0ovn-controller\u00A0connection-status"
    )]
    [TestCase("ssh -i key -o BatchMode=yes -J jump ubuntu@mgmt sudo\u00A0k8s\u00A0status\u00A02>&1")]
    [TestCase("maas admin machines read")]
    [TestCase("sudo -n virsh -c qemu:///system snapshot-list host-0")]
    [TestCase("sudo -n -u root cat /etc/hosts")]
    [TestCase("sudo -n qemu-img snapshot -l disk.qcow2")]
    [TestCase("qemu-img info --output=json disk.qcow2")]
    [TestCase("timeout 6 cat x")]
    [TestCase("kubectl get pods -A")]
    [TestCase("/usr/bin/systemctl is-active haproxy")]
    [TestCase("haproxy -c -f /etc/haproxy/haproxy.cfg")]
    [TestCase("curl -sk -m 6 -o /dev/null -w %{http_code} https://192.0.2.1")]
    [TestCase("curl -sko /dev/null https://192.0.2.1")]
    [TestCase("awk -F, {print$2}")]
    [TestCase("date -u +%s")]
    [TestCase("env")]
    [TestCase("command -v kubectl")]
    [TestCase("true")]
    public void Reading_is_observe(string line) => PermitTable.ForArgv(Words(line)).Should().Be(Permit.Observe);

    [TestCase("juju config nova-compute reserved-host-memory=8192")]
    [TestCase("juju config nova-compute --reset reserved-host-memory")]
    [TestCase("juju config nova-compute --file new.yaml")]
    [TestCase("juju switch other")]
    [TestCase("juju run vault/0 resume")]
    [TestCase("juju resolved --no-retry vault/0")]
    [TestCase("juju statusx")]
    [TestCase("juju ssh vault/0", Description = "a session takes its commands from whoever types")]
    [TestCase("juju ssh vault/0 sudo systemctl restart ls", Description = "the last word alone says nothing")]
    [TestCase("juju ssh vault/0 sort -o /etc/hosts /etc/hosts")]
    [TestCase("juju exec --unit vault/0 rm cat")]
    [TestCase("juju exec --unit vault/0 -- vault\u00A0operator\u00A0unseal")]
    [TestCase("ssh ubuntu@mgmt")]
    [TestCase("ssh ubuntu@mgmt sudo reboot")]
    [TestCase("ssh -o ProxyCommand=rm\u00A0x ubuntu@mgmt true")]
    [TestCase("ssh -Z host rm ls", Description = "an unknown option may take the host for its value")]
    [TestCase("sudo -i")]
    [TestCase("sudo")]
    [TestCase("sudo -u cat rm")]
    [TestCase("maas list")]
    [TestCase("maas admin machine deploy x")]
    [TestCase("virsh start host-0")]
    [TestCase("virsh snapshot-create-as host-0 s1")]
    [TestCase("qemu-img convert a b")]
    [TestCase("qemu-img check -r all disk.qcow2")]
    [TestCase("vault operator init")]
    [TestCase("ovn-appctl -t ovn-controller exit connection-status")]
    [TestCase("systemctl reload haproxy")]
    [TestCase("kubectl delete pod x")]
    [TestCase("curl -X DELETE https://192.0.2.1")]
    [TestCase("curl -sXDELETE https://192.0.2.1")]
    [TestCase("curl --data-binary @f https://192.0.2.1")]
    [TestCase("curl -F a=b https://192.0.2.1")]
    [TestCase("curl -so /etc/passwd https://192.0.2.1")]
    [TestCase("curl -O https://192.0.2.1/x")]
    [TestCase("date -s tomorrow")]
    [TestCase("hostname other")]
    [TestCase("sort -o out in")]
    [TestCase("uniq in out")]
    [TestCase("ss -K dst 192.0.2.1")]
    [TestCase("journalctl --vacuum-size=1M")]
    [TestCase("openssl genrsa")]
    [TestCase("openssl x509 -in a -out b")]
    [TestCase("awk BEGIN{system(\"reboot\")}")]
    [TestCase("exec rm x")]
    [TestCase("command rm x")]
    [TestCase("env A=b ls")]
    [TestCase("timeout 6 rm x")]
    [TestCase("bash", Description = "a shell without -c reads its commands from somewhere")]
    [TestCase("bash -c rm\u00A0x")]
    [TestCase("xargs rm")]
    [TestCase("no-such-program")]
    public void What_may_change_something_is_mutate(string line) =>
        PermitTable.ForArgv(Words(line)).Should().Be(Permit.Mutate);

    [TestCase("juju destroy-model openstack")]
    [TestCase("juju run mysql-innodb-cluster/0 reboot-cluster-from-complete-outage")]
    [TestCase("maas admin machine release x")]
    [TestCase("sudo virsh undefine host-0")]
    [TestCase("kubectl patch openstackcluster x -p {\"metadata\":{\"finalizers\":null}}")]
    [TestCase(
        "ssh jump juju\u00A0status;\u00A0juju\u00A0kill-controller\u00A0edge",
        Description = "the gravest of a line counts"
    )]
    public void What_cannot_be_undone_is_destroy(string line) =>
        PermitTable.ForArgv(Words(line)).Should().Be(Permit.Destroy);

    [TestCase("kubectl get openstackcluster -o jsonpath={.metadata.finalizers}")]
    [TestCase("virsh dominfo destroy-me")]
    public void Reading_of_what_could_be_destroyed_is_observe(string line) =>
        PermitTable.ForArgv(Words(line)).Should().Be(Permit.Observe);

    [Test]
    public void An_empty_argv_runs_nothing() => PermitTable.ForArgv([]).Should().Be(Permit.Observe);

    [Test]
    public void Every_reading_verb_of_the_table_is_observe() =>
        PermitTable
            .ReadingVerbs.SelectMany(program => program.Value.Select(verb => (program.Key, verb)))
            .Should()
            .OnlyContain(one =>
                PermitTable.ForArgv(Words(one.Key == "maas" ? $"maas admin {one.verb}" : $"{one.Key} {one.verb}"))
                == Permit.Observe
            );

    [Test]
    public void No_program_both_always_reads_and_has_verbs() =>
        PermitTable.ReadingPrograms.Should().NotIntersectWith(PermitTable.ReadingVerbs.Keys).And.OnlyHaveUniqueItems();

    private static string[] Words(string line) => [.. line.Split(' ').Select(word => word.Replace('\u00A0', ' '))];
}
