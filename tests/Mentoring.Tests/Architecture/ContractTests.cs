using Mentoring.Tests.Support;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Mentoring.Tests.Architecture;

public sealed class ContractTests : ApiTest
{
    [Test]
    public async Task The_committed_contract_is_what_the_product_serves()
    {
        await Anonymous().GetAsync("/health/live");
        await using var scope = Services.CreateAsyncScope();
        var document = await scope.ServiceProvider.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1").GetOpenApiDocumentAsync();
        var served = await document.SerializeAsYamlAsync(OpenApiSpecVersion.OpenApi3_1);
        Assert.That(document.Paths, Is.Not.Empty);
        Assert.That(await File.ReadAllTextAsync(Repository.At("openapi.yaml")), Is.EqualTo(served));
    }

    [TestCase("/swagger/index.html", "text/html")]
    [TestCase("/openapi/v1.json", "application/json")]
    [TestCase("/openapi/v1.yaml", "text/plain+yaml")]
    public async Task Everybody_may_read_the_contract(string path, string type)
    {
        using var answer = await Anonymous().GetAsync(path);
        Assert.That(((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType), Is.EqualTo((200, type)));
    }
}
