// Starts one node in the folder it is given. Elasticsearch's own main class refuses root and
// wants an unpacked distribution around it; a node made by hand asks for neither.

import java.nio.file.Path

import org.elasticsearch.common.logging.LogConfigurator
import org.elasticsearch.common.settings.Settings
import org.elasticsearch.node.InternalSettingsPreparer
import org.elasticsearch.node.Node
import org.elasticsearch.plugins.PluginsLoader

Path home = Path.of(args[0])
System.setProperty("es.path.home", "$home")
Settings settings = Settings.builder().put("path.home", "$home").build()

LogConfigurator.configureESLogging()
LogConfigurator.configureWithoutConfig(settings)
def environment = InternalSettingsPreparer.prepareEnvironment(settings, [:], null, { "test" })

def modules = PluginsLoader.loadModulesBundles(home.resolve("modules"))
def loader = PluginsLoader.createPluginsLoader(modules, [] as Set, [:], false)
def node = new Node(environment, loader)
node.start()
addShutdownHook { node.close() }
sleep(Long.MAX_VALUE)  // the node's own threads would let the program end
