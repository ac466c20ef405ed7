namespace Allure.Net.Commons;

/// <summary>Where the configuration is and how the files end.</summary>
public sealed class AllureConstants
{
    public const string ALLURE_CONFIG_ENV_VARIABLE = "ALLURE_CONFIG";

    public const string CONFIG_FILENAME = "allureConfig.json";

    public const string DEFAULT_RESULTS_FOLDER = "allure-results";

    public const string TEST_RESULT_FILE_SUFFIX = "-result.json";

    public const string TEST_RESULT_CONTAINER_FILE_SUFFIX = "-container.json";

    public const string ATTACHMENT_FILE_SUFFIX = "-attachment";
}
