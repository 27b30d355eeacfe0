using System.Threading.RateLimiting;
using Hearsay.Articles;
using Hearsay.Articles.Fetching;
using Hearsay.Store;
using Hearsay.Store.Columns;
using Hearsay.Web.Accounts;
using Hearsay.Web.Actors;
using Hearsay.Web.Api;
using Hearsay.Web.Articles;
using Hearsay.Web.Assets;
using Hearsay.Web.Comments;
using Hearsay.Web.Events;
using Hearsay.Web.Exporting;
using Hearsay.Web.Layout;
using Hearsay.Web.Overview;
using Hearsay.Web.Reading;
using Hearsay.Web.Reviews;
using Hearsay.Web.Search;
using Hearsay.Web.Security;
using Hearsay.Web.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Hearsay.Web;

/// <summary>
/// The reading room as a web application: pages and an API over one store. Built from <see cref="ReadingRoomOptions"/>, run by
/// the caller. Every request passes the same gates, top to bottom: headers, host, rate, reader, rights, token.
/// </summary>
public static class ReadingRoom
{
    /// <summary>The application, not yet started.</summary>
    public static WebApplication Build(ReadingRoomOptions options)
    {
        bool accounts = options.RequireAccounts || !LoopbackGuard.StaysHere(options.Address);
        var store = HearsayStore.Open(StoreLocation.Parse(options.Store), create: true, options.Time, manyReaders: true);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = "Hearsay.Web" });
        builder.WebHost.UseUrls(options.Address);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            // Who is turned away stands in the audit log, and why the server cannot listen is the command's to say.
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
            .AddFilter("Microsoft.AspNetCore.Authentication", LogLevel.None);
        builder.Configuration.AddInMemoryCollection(options.Settings);
        var provider = SignInProvider.Of(builder.Configuration);
        AddServices(builder.Services, options, store);
        AccountServices.Add(builder.Services, accounts, provider);
        var app = builder.Build();
        app.Lifetime.ApplicationStopped.Register(store.Dispose);
        Gates(app, accounts);
        Pages(app, provider);
        return app;
    }

    /// <summary>Whether the scripts were bundled when the program was built; without them pages work, plainly.</summary>
    public static bool HasScripts => new AssetFiles().HasScripts;

    /// <summary>Why the room should not be opened: it would be open to others although nobody could sign in (HS3060), or the provider is set up wrongly (HS3063).</summary>
    /// <exception cref="StoreException">The store cannot be opened.</exception>
    public static Diagnostic? Fault(ReadingRoomOptions options)
    {
        var configuration = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables().AddInMemoryCollection(options.Settings).Build();
        if (SignInProvider.Fault(configuration) is { } fault) return fault;
        if ((!options.RequireAccounts && LoopbackGuard.StaysHere(options.Address)) || SignInProvider.Of(configuration) is not null) return null;
        using var store = HearsayStore.Open(StoreLocation.Parse(options.Store), create: true, options.Time);
        return new AccountRegister(store, options.Time).All().Count > 0 ? null : RoomFaults.NoAccounts(options.Address);
    }

    /// <summary>Adds an account; answers why not, or null.</summary>
    /// <exception cref="StoreException">The store cannot be opened.</exception>
    public static async Task<string?> AddAccount(ReadingRoomOptions options, string name, string role, string password)
    {
        await using var app = Build(options);
        using var scope = app.Services.CreateScope();
        var result = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(new Account { Name = name.Trim(), Role = role }, password);
        return result.Succeeded ? null : string.Join(" ", result.Errors.Select(e => e.Description));
    }

    private static void AddServices(IServiceCollection services, ReadingRoomOptions options, HearsayStore store)
    {
        services.AddSingleton(options).AddSingleton(options.Time).AddSingleton(store).AddSingleton<AccountRegister>().AddSingleton<TokenRegister>().AddSingleton(store.Audit);
        services.AddSingleton<AssetFiles>().AddSingleton<LoadedCoder>().AddSingleton(_ => new PageFetcher(time: options.Time)).AddSingleton<KnowledgeOrigin>().AddSingleton<FilterChoices>().AddSingleton(_ => new StoreColumns(store)).AddSingleton<OverviewCache>().AddHostedService<ColumnsReader>().AddSingleton<ReviewQueue>().AddSingleton<ActorNames>();
        services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        services.AddOpenApi("v1", ApiEndpoints.Describe);
        services.AddHttpContextAccessor();
        services.AddRazorComponents();
        services.AddAntiforgery(o =>
        {
            o.HeaderName = "RequestVerificationToken";
            o.Cookie.Name = "hearsay.form";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddRateLimiter(Limits);
    }

    private static void Limits(RateLimiterOptions limits)
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => RateLimitPartition.GetTokenBucketLimiter(Who(http), _ => new()
        {
            TokenLimit = 600, TokensPerPeriod = 100, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0,
        }));
        limits.AddPolicy("costly", http => RateLimitPartition.GetTokenBucketLimiter(Who(http), _ => new()
        {
            TokenLimit = 60, TokensPerPeriod = 1, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0,
        }));
        limits.AddPolicy("sign-in", http => RateLimitPartition.GetFixedWindowLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "", _ => FewAttempts()));
    }

    private static FixedWindowRateLimiterOptions FewAttempts() => new() { PermitLimit = 10, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 };

    private static string Who(HttpContext http) => http.User.Identity?.Name ?? http.Connection.RemoteIpAddress?.ToString() ?? "";

    private static void Gates(WebApplication app, bool accounts)
    {
        app.Use(SecurityHeaders.Add);
        if (!accounts) app.Use(LoopbackGuard.Guard);
        app.UseExceptionHandler(errors => errors.Run(http => MissingPage.Of(StatusCodes.Status500InternalServerError).ExecuteAsync(http)));
        app.UseStatusCodePages(bare => bare.HttpContext.Request.Path.StartsWithSegments("/api") ? Task.CompletedTask
            : MissingPage.Of(bare.HttpContext.Response.StatusCode).ExecuteAsync(bare.HttpContext));
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseMiddleware<RequestTokens>();
    }

    private static void Pages(WebApplication app, SignInProvider? provider)
    {
        app.Services.GetRequiredService<AssetFiles>().Map(app);
        SignInEndpoints.Map(app, provider);
        AccountEndpoints.Map(app);
        TokenEndpoints.Map(app);
        OverviewEndpoints.Map(app);
        ArticleEndpoints.Map(app);
        EventEndpoints.Map(app);
        ActorEndpoints.Map(app);
        ReadEndpoints.Map(app);
        ReviewEndpoints.Map(app);
        CommentEndpoints.Map(app);
        ExportEndpoints.Map(app);
        ApiEndpoints.Map(app);
    }
}
