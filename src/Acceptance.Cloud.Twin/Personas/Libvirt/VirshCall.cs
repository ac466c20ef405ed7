using Acceptance.Cloud.Twin.World.Libvirt;

namespace Acceptance.Cloud.Twin.Personas.Libvirt;

/// <summary>One command of a virsh call with its options taken apart.</summary>
internal sealed class VirshCall
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _flags = new(StringComparer.Ordinal);

    public VirshCall(PersonaCall call, LibvirtNode node, string name, VirshCommand command, IEnumerable<string> words)
    {
        (Call, Node) = (call, node);
        var open = new Queue<string>(command.Required.Concat(command.Optional));
        var plain = false;
        using var all = words.GetEnumerator();
        while (all.MoveNext())
        {
            var word = all.Current;
            if (!plain && word == "--")
                plain = true;
            else if (!plain && word.StartsWith("--", StringComparison.Ordinal))
                Option(name, command, word[2..], all);
            else
                Operand(open, word);
        }

        if (command.Required.FirstOrDefault(required => !_values.ContainsKey(required)) is { } missing)
            throw new VirshRefusedException($"command '{name}' requires <{missing}> option");
    }

    public PersonaCall Call { get; }

    public LibvirtNode Node { get; }

    /// <summary>The domain that the command names.</summary>
    public LibvirtDomain Domain =>
        Node.Find(_values["domain"])
        ?? throw new LibvirtRefusedException($"failed to get domain '{_values["domain"]}'");

    /// <summary>The network that the command names.</summary>
    public LibvirtNetwork Network =>
        Node.FindNetwork(_values["network"])
        ?? throw new LibvirtRefusedException(
            $"failed to get network '{_values["network"]}'",
            $"Network not found: no network with matching name '{_values["network"]}'"
        );

    public string Value(string name) => _values[name];

    public string? ValueOrNull(string name) => _values.GetValueOrDefault(name);

    public bool Has(string flag) => _flags.Contains(flag);

    public void Out(string text) => Call.Out(text);

    private void Option(string name, VirshCommand command, string option, IEnumerator<string> rest)
    {
        var at = option.IndexOf('=', StringComparison.Ordinal);
        var (key, given) = at > 0 ? (option[..at], option[(at + 1)..]) : (option, null);
        if (command.Flags.Contains(key))
            _flags.Add(key);
        else if (!command.Required.Contains(key) && !command.Optional.Contains(key))
            throw new VirshRefusedException($"command '{name}' doesn't support option --{key}");
        else if (given is not null)
            _values[key] = given;
        else if (rest.MoveNext())
            _values[key] = rest.Current;
        else
            throw new VirshRefusedException($"expected syntax: --{key} <string>");
    }

    private void Operand(Queue<string> open, string word)
    {
        while (open.TryDequeue(out var next))
        {
            if (_values.TryAdd(next, word))
                return;
        }

        throw new VirshRefusedException($"unexpected data '{word}'");
    }
}
