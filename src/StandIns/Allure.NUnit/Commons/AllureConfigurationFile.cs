using System.Text.Json;

namespace Allure.Net.Commons;

/// <summary>allureConfig.json beside the test assembly, or where ALLURE_CONFIG says: {"allure": {"directory": "..."}}.</summary>
internal sealed record AllureConfigurationFile(string Directory, bool IndentOutput)
{
    public static AllureConfigurationFile Read()
    {
        var named = Environment.GetEnvironmentVariable(AllureConstants.ALLURE_CONFIG_ENV_VARIABLE);
        if (named is not null && !File.Exists(named))
            throw new FileNotFoundException(
                $"{AllureConstants.ALLURE_CONFIG_ENV_VARIABLE} names '{named}', which is not there."
            );
        var path = named ?? Path.Combine(AppContext.BaseDirectory, AllureConstants.CONFIG_FILENAME);
        using var document = JsonDocument.Parse(File.Exists(path) ? File.ReadAllText(path) : "{}");
        var found = document.RootElement.TryGetProperty("allure", out var allure);
        return new AllureConfigurationFile(
            found && allure.TryGetProperty("directory", out var directory) && directory.GetString() is { } text
                ? text
                : AllureConstants.DEFAULT_RESULTS_FOLDER,
            found && allure.TryGetProperty("indentOutput", out var indent) && indent.GetBoolean()
        );
    }
}
