using System.Text;

namespace Acceptance.Conformance.Tests.Captures.Kubernetes;

/// <summary>A captured command as words: quotes as a shell reads them, and nothing else of a shell.</summary>
internal static class CommandLine
{
    public static IReadOnlyList<string> Words(string command)
    {
        var all = new List<string>();
        StringBuilder? word = null;
        char? quote = null;
        for (var at = 0; at < command.Length; at++)
        {
            var one = command[at];
            if (quote is { } open)
            {
                if (one == open)
                    quote = null;
                else if (one == '\\' && open == '"' && at + 1 < command.Length)
                    word!.Append(command[++at]);
                else
                    word!.Append(one);
            }
            else if (one is '\'' or '"')
            {
                quote = one;
                word ??= new StringBuilder();
            }
            else if (one == '\\' && at + 1 < command.Length)
                (word ??= new StringBuilder()).Append(command[++at]);
            else if (char.IsWhiteSpace(one))
            {
                if (word is not null)
                    all.Add(word.ToString());
                word = null;
            }
            else
                (word ??= new StringBuilder()).Append(one);
        }

        if (word is not null)
            all.Add(word.ToString());
        return all;
    }
}
