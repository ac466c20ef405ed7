using System.Text;
using Acceptance.Cloud;
using Acceptance.Cloud.Live.Sites;

namespace Acceptance.Live.Tests.Cases;

/// <summary>Kubeconfigs that nobody here had seen: as kubectl, Rancher and Go programs write them.</summary>
public sealed class UnseenKubeconfigs
{
    private static readonly string Ca = Convert.ToBase64String(Encoding.ASCII.GetBytes(new Authority().Pem));

    [TestCase("certificate-authority: ''", "")]
    [TestCase("proxy-url: ''", "")]
    [TestCase("insecure-skip-tls-verify: ''", "")]
    [TestCase("", "exec: null")]
    [TestCase("", "as: \"\"")]
    [TestCase("", "client-certificate: ''\n    client-key: ''")]
    [TestCase("", "auth-provider: ~")]
    public void A_field_that_says_nothing_is_not_there(string cluster, string user) =>
        new KubeconfigFile("k").Read(Yaml(cluster, user)).Value().Token.Should().Be("t");

    [Test]
    public void One_of_several_contexts_in_any_spelling_of_YAML_is_read()
    {
        var read = new KubeconfigFile("k").Read(Yaml("", "").ReplaceLineEndings("\r\n")).Value();
        (read.Server.ToString(), read.Token).Should().Be(("https://192.0.2.7:6443/k8s/clusters/c-1", "t"));
        var wrapped = string.Join("\n      ", Ca.Chunk(64).Select(line => new string(line)));
        new KubeconfigFile("k")
            .Read(Yaml($"certificate-authority-data: |\n      {wrapped}", ""))
            .Value()
            .CaPem.Should()
            .StartWith("-----BEGIN CERTIFICATE-----");
    }

    [Test]
    public void JSON_with_tabs_is_a_kubeconfig() =>
        new KubeconfigFile("k")
            .Read(
                "{\n\t\"current-context\": \"c\",\n\t\"contexts\": [{\"name\": \"c\", \"context\": {\"cluster\": "
                    + "\"k\", \"user\": \"u\"}}],\n\t\"clusters\": [\n\t\t{\"name\": \"k\",\n\t\t\"cluster\": "
                    + "{\"server\": \"https://192.0.2.7:6443\"}}],\n\t"
                    + "\"users\": [{\"name\": \"u\", \"user\": {\"token\": \"t\"}}]\n}\n"
            )
            .Value()
            .Token.Should()
            .Be("t");

    [TestCase("current-context: b", "current-context: ''", "names no current-context")]
    [TestCase("current-context: b", "current-context: B", "has no context 'B'")]
    [TestCase("context: {cluster: k", "context: {cluster: gone", "has no cluster 'gone', which its context 'b' names")]
    [TestCase("https://192.0.2.7:6443/k8s/clusters/c-1", "192.0.2.7:6443", "gives no server URL")]
    [TestCase("token: t", "token: t\n    tokenFile: /run/token", "(tokenFile)")]
    public void What_does_not_serve_is_named(string from, string to, string says) =>
        new KubeconfigFile("k")
            .Read(Yaml("", "").Replace(from, to))
            .Unread(Unreadable.NotOursToRead)
            .Sentence.ToString()
            .Should()
            .Contain(says);

    private static string Yaml(string cluster, string user) =>
        $$$"""
            apiVersion: v1
            kind: Config
            preferences: {}
            contexts:
            - {name: a, context: {cluster: other, user: other, namespace: kube-system} }
            - {name: b, context: {cluster: k, user: u, namespace: default}}
            current-context: b
            clusters:
            - name: other
              cluster: {server: 'https://192.0.2.8:6443', certificate-authority: /etc/ca.pem }
            - name: k
              cluster:
                server: https://192.0.2.7:6443/k8s/clusters/c-1
                {{{cluster}}}
            users:
            - {name: other, user: {exec: {command: x} } }
            - name: u
              user:
                token: t
                {{{user}}}
            """;
}
