using System.Globalization;
using Acceptance.Cloud.Twin.Wire.OpenStack;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>"VCPU:1,MEMORY_MB:1024" as amounts by class.</summary>
internal static class WantedResources
{
    public static Dictionary<string, int> Read(string resources)
    {
        var wanted = new Dictionary<string, int>();
        foreach (var part in resources.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (
                part.Split(':') is not [var kind, var text]
                || !int.TryParse(text, CultureInfo.InvariantCulture, out var amount)
                || amount < 1
            )
                throw new ApiRefusal(
                    400,
                    "Badly formed resources parameter. Expected resources query string parameter in form: "
                        + $"?resources=VCPU:2,MEMORY_MB:1024. Got: {resources}."
                );
            if (!ResourceClasses.Names.Contains(kind))
                throw new ApiRefusal(
                    400,
                    $"Invalid resource class in resources parameter: No such resource class {kind}."
                );
            wanted[kind] = amount;
        }

        return wanted;
    }
}
