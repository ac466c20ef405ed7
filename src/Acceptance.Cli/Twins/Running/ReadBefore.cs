namespace Acceptance.Cli.Twins.Running;

/// <summary>
/// Where the kernel has no fence, or a client from a snap forbids it: every bash that runs a script, from a file, a
/// pipe, a heredoc or sourced, reads each command before it runs, and ends at the first that names the real cloud.
/// </summary>
internal static class ReadBefore
{
    /// <summary>Writes what bash reads first (BASH_ENV) into the home, and says where it is.</summary>
    public static string Write(string home, string block)
    {
        var file = Path.Combine(home, ".twin", "read-before.sh");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, Text(block));
        return file;
    }

    /// <summary>
    /// The same pattern as that of the texts which are read before anything runs (RealAddresses), as bash writes it.
    /// </summary>
    private static string Text(string block) =>
        $$"""
            ACCEPTANCE_REAL='(^|[^0-9.[:alnum:]_])(10[.]12[.][0-9xN*$(][0-9./]*)'
            set -T
            trap 'if [[ $BASH_COMMAND =~ $ACCEPTANCE_REAL ]]; then
              printf "acceptance twin run: \"%s\" names %s, an address of the real cloud; allowed: its addresses as the twin has them, 127.{{block}} for 10.12.\n" "${BASH_COMMAND%%$'"'"'\n'"'"'*}" "${BASH_REMATCH[2]}" >&2
              exit 2
            fi' DEBUG

            """;
}
