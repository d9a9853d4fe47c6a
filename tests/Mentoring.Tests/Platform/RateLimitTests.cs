using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.AspNetCore.Hosting;

namespace Mentoring.Tests.Platform;

public sealed class RateLimitTests : ApiTest
{
    protected override void Configure(IWebHostBuilder host) => host.UseSetting("RateLimit:RequestsPerMinute", "5");

    [Test]
    public async Task A_busy_client_is_told_when_to_come_back_and_the_others_go_on()
    {
        var school = await World.School();
        var (busy, calm) = (await As(Role.Curator, school), await As(Role.Curator, school));
        for (var i = 0; i < 5; i++) await busy.GetAsync("/api/v1/programs").Ok();

        using var refused = await busy.GetAsync("/api/v1/programs");
        Assert.Multiple(() =>
        {
            Assert.That((int)refused.StatusCode, Is.EqualTo(429));
            Assert.That(refused.Headers.RetryAfter?.Delta, Is.GreaterThan(TimeSpan.Zero));
            Assert.That(refused.Headers.GetValues("RateLimit").Single(), Does.StartWith("\"default\";r=0"));
            Assert.That(refused.Headers.GetValues("RateLimit-Policy").Single(), Is.EqualTo("\"default\";q=5;w=60"));
        });
        await busy.GetAsync("/api/v1/programs").IsProblem(429, "rate-limited");
        await calm.GetAsync("/api/v1/programs").Ok();
    }
}
